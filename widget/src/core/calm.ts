/**
 * Coming into a room is a row of short steps, each of which waits for the page's one thread. Drawing the room for the
 * first time takes that thread for longer than all of them, so whoever draws may wait until it is calm again
 * (docs/performance.md). Never for longer than a person takes for at once.
 */
const PATIENCE_MS = 100;

export class Calm {
  #wait: Promise<void> | undefined;
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Resolves when it is calm; undefined when it is. */
  get wait(): Promise<void> | undefined {
    return this.#wait;
  }

  /** Steps follow that drawing would hold up. */
  disturb(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), PATIENCE_MS);
    this.#wait ??= new Promise((resolve) => (this.#end = resolve));
  }

  settle(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#end = this.#wait = undefined;
  }
}
