import { Injectable } from '@nestjs/common';
import { logMessage } from '@video-room/protocol/schemas';
import { Timeline } from '@video-room/timeline';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { checkConsent } from '../timeline-notes.js';
import type { MessageHandler } from './message-handler.js';

/** A participant's page tells some lines of its log, where the room keeps a timeline. */
@Injectable()
export class LogHandler implements MessageHandler {
  readonly #timeline: Timeline;
  readonly #rates: MessageRates;

  constructor(timeline: Timeline, rates: MessageRates) {
    this.#timeline = timeline;
    this.#rates = rates;
  }

  handle(socket: SignalingSocket, payload: unknown): void {
    checkConsent(this.#timeline, socket);
    const { room, participant } = socket.data.holder;
    // Counted first: looking at so much costs something, too.
    this.#rates.count('log', participant);
    const log = logMessage.safeParse(payload);
    if (!log.success) throw badMessage();
    this.#timeline.take(room, participant, log.data);
  }
}
