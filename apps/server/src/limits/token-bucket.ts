/** How much somebody may send: `burst` at once, then `perSecond`. */
export class TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  #tokens: number;
  #filledAt: number;
  /** Refusals since the bucket was last full. */
  #refusals = 0;

  /** @param now milliseconds on any steady clock. */
  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#tokens = burst;
    this.#filledAt = now;
  }

  get refusals(): number {
    return this.#refusals;
  }

  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens === this.#burst;
  }

  /** Takes one token. Returns 0 if there was one, else after how many milliseconds there will be. */
  take(now: number): number {
    this.#fill(now);
    if (this.#tokens >= 1) {
      if (this.#tokens === this.#burst) this.#refusals = 0;
      this.#tokens -= 1;
      return 0;
    }
    this.#refusals += 1;
    return Math.ceil(((1 - this.#tokens) * 1000) / this.#perSecond);
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) * this.#perSecond) / 1000);
    this.#filledAt = now;
  }
}
