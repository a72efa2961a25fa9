/**
 * Lets only so many through at a time, in the order they came; all others wait in line and nobody is refused. So the event
 * loop stays free for those who are in when everybody comes at once, as after a restart. Knows nothing of who they are.
 */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  /** @param abreast how many may be on their way through, and how many start in one turn of the event loop. */
  constructor(abreast: number) {
    this.#free = abreast;
  }

  /** How many wait in line. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs `task` when it is its turn: at once, if nobody waits. */
  async pass<Result>(task: () => Promise<Result> | Result): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      // In the next turn of the event loop: what arrived meanwhile from those who are in comes first.
      setImmediate(() => this.#next());
    }
  }

  #next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
