/**
 * When to say that one's own connection is weak: not for a passing moment, and once put away not again right after. Knows
 * neither links nor words.
 */

/** On top of the time that it takes to become poor. */
const SHOWN_AFTER_MS = 5_000;
const QUIET_FOR_MS = 5 * 60_000;

export class WeakConnection {
  readonly #onChange: () => void;
  readonly #now: () => number;
  #poor = false;
  #shown = false;
  #quietUntilMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when `shown` became another. */
  constructor(onChange: () => void, now = () => performance.now()) {
    this.#onChange = onChange;
    this.#now = now;
  }

  /** Whether it should be said. */
  get shown(): boolean {
    return this.#shown;
  }

  follow(poor: boolean): void {
    if (poor === this.#poor) return;
    this.#poor = poor;
    clearTimeout(this.#timer);
    if (!poor) return this.#show(false);
    const waitMs = Math.max(SHOWN_AFTER_MS, this.#quietUntilMs - this.#now());
    this.#timer = setTimeout(() => this.#show(true), waitMs);
  }

  /** It was read, or one has tried what helps. */
  dismiss(): void {
    this.#quietUntilMs = this.#now() + QUIET_FOR_MS;
    clearTimeout(this.#timer);
    this.#show(false);
  }

  #show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#onChange();
  }
}
