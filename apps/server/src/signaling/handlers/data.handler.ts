import { Injectable } from '@nestjs/common';
import { Chat } from '@video-room/chat';
import { dataMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import { voiceOf, type SignalingSocket } from '../signaling-socket.js';
import type { MessageHandler } from './message-handler.js';

/** A participant's page says something to the pages of others. */
@Injectable()
export class DataHandler implements MessageHandler {
  readonly #chat: Chat;
  readonly #rates: MessageRates;

  constructor(chat: Chat, rates: MessageRates) {
    this.#chat = chat;
    this.#rates = rates;
  }

  handle({ data }: SignalingSocket, payload: unknown): Promise<void> {
    const message = dataMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    this.#rates.count('data', data.holder.participant);
    return this.#chat.send(data.holder.room, voiceOf(data), message.data);
  }
}
