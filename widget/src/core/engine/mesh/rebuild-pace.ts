/**
 * How often the connection of one link may be made anew: ever less often, so that what cannot be helped costs little. The
 * other end has a pace of its own, which may not be this one; so it is followed more often, but not as often as it likes. Pure.
 */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;
/** Between two that the other end asks for. An honest one never asks so soon. */
const FOLLOWING_PAUSE_MS = 5_000;

export class RebuildPace {
  readonly #firstPauseMs: number;
  readonly #longestPauseMs: number;
  #takenAtMs = -Infinity;
  #pauseMs = 0;

  private constructor(firstPauseMs: number, longestPauseMs: number) {
    this.#firstPauseMs = firstPauseMs;
    this.#longestPauseMs = longestPauseMs;
  }

  /** For what this end finds necessary. */
  static own(): RebuildPace {
    return new RebuildPace(FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
  }

  /** For what the other end asks for. */
  static following(): RebuildPace {
    return new RebuildPace(FOLLOWING_PAUSE_MS, FOLLOWING_PAUSE_MS);
  }

  /** Whether it may be now; then it counts as done. @param nowMs any clock that only goes forward. */
  take(nowMs: number): boolean {
    const sinceMs = nowMs - this.#takenAtMs;
    if (sinceMs < this.#pauseMs) return false;
    // What has gone well for long begins anew.
    const again = sinceMs < 2 * this.#longestPauseMs;
    this.#pauseMs = again ? Math.min(this.#longestPauseMs, this.#pauseMs * 2) : this.#firstPauseMs;
    this.#takenAtMs = nowMs;
    return true;
  }
}
