import { Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import { callMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { partyOf, type SignalingSocket } from '../signaling-socket.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant asks for a call: rings somebody, knocks again, or invites on stage. */
@Injectable()
export class CallHandler implements MessageHandler {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  async handle({ data }: SignalingSocket, payload: unknown): Promise<Answer> {
    const message = callMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    const { id } = await this.#calls.request(data.holder.room, partyOf(data), message.data);
    return { call: id };
  }
}
