/** One pending timer per name. The timers do not keep the process alive. */
export class Expiries {
  readonly #timers = new Map<string, NodeJS.Timeout>();

  /** Runs `task` after `delayMs` unless cancelled; replaces an earlier one of this name. */
  set(name: string, delayMs: number, task: () => void): void {
    this.cancel(name);
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      task();
    }, delayMs);
    timer.unref();
    this.#timers.set(name, timer);
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
