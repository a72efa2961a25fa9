import { Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import { hangUpMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { partyOf, type SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant cancels its request or ends its part in a call. */
@Injectable()
export class HangUpHandler implements MessageHandler {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  handle({ data }: SignalingSocket, payload: unknown): Promise<void> {
    const message = hangUpMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    return this.#calls.hangUp(data.holder.room, partyOf(data), message.data.call);
  }
}
