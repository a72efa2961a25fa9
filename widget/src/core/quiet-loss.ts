/**
 * A lost connection that is back at once is nothing to tell anybody. Says that it is lost only when it has been for a
 * moment; what was silent before it was given up counts.
 */

/** In milliseconds. A restarted server and a blip of the network are over by then. */
export const QUIET_LOSS_MS = 1_500;

export class QuietLoss {
  readonly #tell: () => void;
  readonly #quietMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: () => void, quietMs = QUIET_LOSS_MS) {
    this.#tell = tell;
    this.#quietMs = quietMs;
  }

  /** @param silentMs for how long nothing had been heard by then. */
  lost(silentMs: number): void {
    if (silentMs >= this.#quietMs) {
      this.found();
      this.#tell();
    } else this.#timer ??= setTimeout(this.#tell, this.#quietMs - silentMs);
  }

  found(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
