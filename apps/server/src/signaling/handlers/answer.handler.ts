import { Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import { answerMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { partyOf, type SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant accepts or declines a call, or lets somebody in or not. */
@Injectable()
export class AnswerHandler implements MessageHandler {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  handle({ data }: SignalingSocket, payload: unknown): Promise<void> {
    const message = answerMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    return this.#calls.answer(data.holder.room, partyOf(data), message.data);
  }
}
