/**
 * For how long nothing has come over a link. Browsers call a link `disconnected` only 5 to 8 s after its network is gone,
 * so what arrives is watched itself. Pure: the time and what was seen in, milliseconds out.
 */

/** Milliseconds. */
export const FLOW_TIMES = {
  /** How often a link is looked at. */
  lookMs: 250,
  /** After so long a silence it is looked at more closely, and something may be wrong. */
  doubtMs: 750,
  /** How often it is looked at closely, which costs more. */
  closelyMs: 500,
  /** After so long a silence of somebody who sends something the link is interrupted: long enough for a short gap. */
  silenceMs: 2_000,
  /** The same while he says that he sends nothing: then only keep-alives of ICE come, every 2.5 s. */
  longSilenceMs: 4_000,
  /** The same right after this end's network changed. */
  shortSilenceMs: 700,
  /** Between two looks so much passes only if the page was held up: then a silence may be its own. */
  heldUpMs: 1_500,
} as const;

export class FlowWatch {
  #mark: string | undefined;
  #heardAtMs: number | undefined;
  #lookedAtMs: number | undefined;

  /**
   * @param nowMs any clock that only goes forward.
   * @param mark changes whenever something has come; undefined: it cannot be told.
   */
  look(nowMs: number, mark: string | undefined): void {
    const isHeldUp = this.#lookedAtMs !== undefined && nowMs - this.#lookedAtMs > FLOW_TIMES.heldUpMs;
    this.#lookedAtMs = nowMs;
    // From the first mark on there is something to be missed.
    if (mark !== undefined && mark !== this.#mark) this.#heardAtMs = nowMs;
    else if (isHeldUp && this.#heardAtMs !== undefined) this.#heardAtMs = nowMs;
    this.#mark = mark ?? this.#mark;
  }

  /** Something has come by another way than the marks. */
  hear(nowMs: number): void {
    this.#heardAtMs = nowMs;
  }

  /** Since when nothing has come; 0 while nothing has come ever, as then nothing is missed. */
  silentMs(nowMs: number): number {
    return this.#heardAtMs === undefined ? 0 : nowMs - this.#heardAtMs;
  }
}
