/**
 * How often a person may call in a room, and be called, counted over the last minute. By room, because sites that share a
 * server may give two people the same identity.
 */
import { LIMITS, ProtocolError } from '@video-room/protocol';

const MINUTE_MS = 60_000;

interface Request {
  at: number;
  to: string | undefined;
}

export class CallRates {
  /** By room and identity of the caller; no more than `LIMITS.callsPerMinute` each. */
  readonly #requests = new Map<string, Request[]>();
  /** When somebody was called, by room and identity; no more than `LIMITS.ringsPerMinute` each. */
  readonly #rings = new Map<string, Request[]>();
  #sweptAt = 0;

  /** Counts a request; `to` is undefined for one to the room. Throws `rate-limited`, and counts nothing then. */
  count(room: string, identity: string, to: string | undefined, now: number): void {
    const caller = JSON.stringify([room, identity]);
    const callee = to === undefined ? undefined : JSON.stringify([room, to]);
    const recent = recentOf(this.#requests, caller, now);
    const toOne = to === undefined ? [] : recent.filter((request) => request.to === to);
    const rings = callee === undefined ? [] : recentOf(this.#rings, callee, now);
    const freeAt = Math.max(
      freeAgainAt(recent, LIMITS.callsPerMinute),
      freeAgainAt(toOne, LIMITS.callsToOnePerMinute),
      freeAgainAt(rings, LIMITS.ringsPerMinute),
    );
    if (freeAt > now) {
      throw new ProtocolError('rate-limited', 'Too many calls; call again later.', { retryAfterMs: freeAt - now });
    }
    const request = { at: now, to };
    this.#requests.set(caller, [...recent, request]);
    if (callee !== undefined) this.#rings.set(callee, [...rings, request]);
    this.#sweep(now);
  }

  /** Forgets those who have not called, or been called, for a minute. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < MINUTE_MS) return;
    this.#sweptAt = now;
    for (const counted of [this.#requests, this.#rings]) {
      for (const [name, requests] of counted) {
        if (requests.every(({ at }) => at <= now - MINUTE_MS)) counted.delete(name);
      }
    }
  }
}

const recentOf = (counted: ReadonlyMap<string, Request[]>, name: string, now: number): Request[] =>
  (counted.get(name) ?? []).filter(({ at }) => at > now - MINUTE_MS);

/** When the oldest of the last `most` requests will be a minute old; 0 if there are fewer. */
function freeAgainAt(requests: readonly Request[], most: number): number {
  const oldest = requests.length < most ? undefined : requests[requests.length - most];
  return oldest ? oldest.at + MINUTE_MS : 0;
}
