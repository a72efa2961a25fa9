import { Injectable } from '@nestjs/common';
import { Chat } from '@video-room/chat';
import { chatMessage } from '@video-room/protocol/schemas';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import { voiceOf, type SignalingSocket } from '../signaling-socket.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant writes to the others, or to one of them. */
@Injectable()
export class ChatHandler implements MessageHandler {
  readonly #chat: Chat;
  readonly #rates: MessageRates;

  constructor(chat: Chat, rates: MessageRates) {
    this.#chat = chat;
    this.#rates = rates;
  }

  async handle({ data }: SignalingSocket, payload: unknown): Promise<Answer> {
    const message = chatMessage.safeParse(payload);
    if (!message.success) throw badMessage();
    this.#rates.count('chat', data.holder.participant);
    const { id } = await this.#chat.say(data.holder.room, voiceOf(data), message.data);
    return { message: id };
  }
}
