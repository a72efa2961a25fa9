import { TokenBucket } from './token-bucket.js';

/** Names kept before those who have been quiet long enough to have their whole budget again are forgotten. */
const KEPT_NAMES = 10_000;

export interface RateLimiterOptions {
  /** Over how many milliseconds the budget comes back; default a minute. */
  perMs?: number;
  /** Milliseconds on a steady clock; default `performance.now`. */
  now?: () => number;
}

/** A budget per name: so many at once, and as many again over each minute, or another time. */
export class RateLimiter {
  readonly #budget: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(budget: number, { perMs = 60_000, now = () => performance.now() }: RateLimiterOptions = {}) {
    this.#budget = budget;
    this.#perSecond = (budget * 1000) / perMs;
    this.#now = now;
  }

  /** Takes one from the budget of `name`. Returns 0 if there was one, else after how many milliseconds there will be. */
  take(name: string): number {
    const now = this.#now();
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      if (this.#buckets.size >= KEPT_NAMES) this.#forget(now);
      this.#buckets.set(name, (bucket = new TokenBucket(this.#budget, this.#perSecond, now)));
    }
    return bucket.take(now);
  }

  /**
   * Forgets names with a full budget; if few have one, those who came first, so that memory stays bounded and this is
   * not needed again soon.
   */
  #forget(now: number): void {
    for (const [name, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(name);
    for (const name of this.#buckets.keys()) {
      if (this.#buckets.size <= KEPT_NAMES / 2) break;
      this.#buckets.delete(name);
    }
  }
}
