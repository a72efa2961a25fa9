/** How often one participant may say something. Keyed by participant, so that coming back does not start anew. */
import { Injectable } from '@nestjs/common';
import { LIMITS, ProtocolError, type ParticipantId } from '@video-room/protocol';
import { RateLimiter } from '../limits/rate-limiter.js';

/** Messages that are rarer than a socket's may be. */
export type RatedMessage = 'chat' | 'react' | 'data' | 'report' | 'log' | 'timeline';

@Injectable()
export class MessageRates {
  readonly #limiters = {
    chat: new RateLimiter(LIMITS.chatsPerTenSeconds, { perMs: 10_000 }),
    react: new RateLimiter(LIMITS.reactionsPerTenSeconds, { perMs: 10_000 }),
    data: new RateLimiter(LIMITS.dataPerSecond, { perMs: 1_000 }),
    report: new RateLimiter(LIMITS.reportsPerMinute),
    log: new RateLimiter(LIMITS.logsPerMinute),
    timeline: new RateLimiter(LIMITS.timelinesPerMinute),
  };

  /** Counts a message. Throws `rate-limited`. */
  count(type: RatedMessage, participant: ParticipantId): void {
    const retryAfterMs = this.#limiters[type].take(participant);
    if (retryAfterMs > 0) throw new ProtocolError('rate-limited', 'Too many messages of this type.', { retryAfterMs });
  }
}
