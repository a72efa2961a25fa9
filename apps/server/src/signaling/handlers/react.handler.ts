import { Injectable } from '@nestjs/common';
import { Chat } from '@video-room/chat';
import { reactMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import { voiceOf, type SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant shows an emoji for a moment. */
@Injectable()
export class ReactHandler implements MessageHandler {
  readonly #chat: Chat;
  readonly #rates: MessageRates;

  constructor(chat: Chat, rates: MessageRates) {
    this.#chat = chat;
    this.#rates = rates;
  }

  handle({ data }: SignalingSocket, payload: unknown): Promise<void> {
    const message = reactMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    this.#rates.count('react', data.holder.participant);
    return this.#chat.react(data.holder.room, voiceOf(data), message.data);
  }
}
