/** One pending timer per name. The timers do not keep the process alive. */
export class Expiries {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** Runs `task` after `delayMs` unless cancelled; replaces an earlier one of this name. */
  set(name: string, delayMs: number, task: () => void): void {
    this.cancel(name);
    const isTooLong = delayMs > LONGEST_MS;
    const timer = setTimeout(
      () => {
        this.#timers.delete(name);
        if (isTooLong) this.set(name, delayMs - LONGEST_MS, task);
        else task();
      },
      isTooLong ? LONGEST_MS : delayMs,
    );
    timer.unref();
    this.#timers.set(name, timer);
  }

  has(name: string): boolean {
    return this.#timers.has(name);
  }

  cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** A timer of the platform that is set to more goes off at once. */
const LONGEST_MS = 2 ** 31 - 1;
