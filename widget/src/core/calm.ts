/**
 * Coming into a room, and somebody's coming, is a row of short steps, each of which waits for the page's one thread.
 * Drawing takes that thread for longer than all of them, so whoever draws may wait until it is calm again
 * (docs/performance.md). Never for longer than a person takes for at once.
 */
const PATIENCE_MS = 100;

export class Calm {
  readonly #steps = new Set<string>();
  #wait: Promise<void> | undefined;
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Resolves when it is calm; undefined when it is. */
  get wait(): Promise<void> | undefined {
    return this.#wait;
  }

  /** A step begins that drawing would hold up. */
  disturb(step: string): void {
    this.#steps.add(step);
    this.#wait ??= new Promise((resolve) => (this.#end = resolve));
    this.#timer ??= setTimeout(() => this.settle(), PATIENCE_MS);
  }

  /** That step is over, or all are. Steps that begin in the same turn still count. */
  settle(step?: string): void {
    if (step === undefined) this.#steps.clear();
    else if (!this.#steps.delete(step)) return;
    queueMicrotask(() => {
      if (this.#steps.size > 0) return;
      clearTimeout(this.#timer);
      this.#end?.();
      this.#timer = this.#end = this.#wait = undefined;
    });
  }
}
