import { Injectable } from '@nestjs/common';
import { LIMITS, ProtocolError } from '@video-room/protocol';
import { timelineMessage } from '@video-room/protocol/schemas';
import { newestOf, Timeline } from '@video-room/timeline';
import { badMessage } from '../error-reply.js';
import { MessageRates } from '../message-rates.js';
import type { SignalingSocket } from '../signaling-socket.js';
import { checkConsent } from '../timeline-notes.js';
import type { Answer, MessageHandler } from './message-handler.js';

/** A participant's page asks what is known of one of its own links. */
@Injectable()
export class TimelineHandler implements MessageHandler {
  readonly #timeline: Timeline;
  readonly #rates: MessageRates;

  constructor(timeline: Timeline, rates: MessageRates) {
    this.#timeline = timeline;
    this.#rates = rates;
  }

  handle(socket: SignalingSocket, payload: unknown): Promise<Answer> {
    const asked = timelineMessage.safeParse(payload);
    if (!asked.success) throw badMessage();
    checkConsent(this.#timeline, socket);
    const { holder, links } = socket.data;
    const peer = links.get(asked.data.link)?.peer;
    if (peer === undefined) throw new ProtocolError('no-such-link', 'No such link is open for this participant.');
    this.#rates.count('timeline', holder.participant);
    return this.#answer(holder.room, asked.data.link, [holder.participant, peer]);
  }

  async #answer(room: string, link: string, ends: [string, string]): Promise<Answer> {
    const known = await this.#timeline.readLink(room, link, ends);
    // The other end may have said much, and who gets too much at once is cut off.
    return { entries: newestOf(known, LIMITS.timelineLines, LIMITS.timelineLength) };
  }
}
