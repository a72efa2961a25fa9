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
  /** Between two looks so much passes only if the page was held up: then it could not hear. */
  heldUpMs: 1_500,
} as const;

/** So many looks in a row at which something moved, and it counts as steady: what comes now and then is not missed. */
const STEADY_LOOKS = 2;

/** One of those things that are played. */
interface Part {
  mark: number;
  movedAtMs: number;
  /** Looks in a row at which it had moved, also those before it stopped. */
  moves: number;
}

export class FlowWatch {
  readonly #parts: Part[] = [];
  #heardAtMs: number | undefined;

  /**
   * @param nowMs any clock that only goes forward.
   * @param marks of whatever is played, in an order that stays: each grows when more has been; -Infinity: it cannot be told.
   */
  look(nowMs: number, marks: readonly number[]): void {
    const wasSilent = this.silentMs(nowMs) >= FLOW_TIMES.doubtMs;
    for (const [index, mark] of marks.entries()) {
      const part = (this.#parts[index] ??= { mark: -Infinity, movedAtMs: nowMs, moves: 0 });
      if (mark > part.mark) {
        part.mark = mark;
        part.movedAtMs = nowMs;
        part.moves += 1;
        // From the first mark on there is something to be missed.
        this.#heardAtMs = nowMs;
      } else if (part.moves < STEADY_LOOKS) part.moves = 0;
    }
    // After all was silent, what is played has just come.
    if (wasSilent && this.#heardAtMs === nowMs) this.hear(nowMs);
  }

  /** Something has come by another way than the marks: what has stopped was meant to. */
  hear(nowMs: number): void {
    this.#heardAtMs = nowMs;
    for (const part of this.#parts) if (nowMs - part.movedAtMs >= FLOW_TIMES.doubtMs) part.moves = 0;
  }

  get hasHeard(): boolean {
    return this.#heardAtMs !== undefined;
  }

  /** Since when nothing has come; 0 while nothing has ever, as then nothing is missed. */
  silentMs(nowMs: number): number {
    return this.#heardAtMs === undefined ? 0 : nowMs - this.#heardAtMs;
  }

  /** Since when something has stopped that was played steadily; 0: nothing has. */
  stoppedMs(nowMs: number): number {
    const steady = this.#parts.filter(({ moves }) => moves >= STEADY_LOOKS);
    return Math.max(0, ...steady.map(({ movedAtMs }) => nowMs - movedAtMs));
  }
}
