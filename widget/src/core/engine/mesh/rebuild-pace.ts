/** How often the connection of one link may be made anew: ever less often, so that what cannot be helped costs little. Pure. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

export class RebuildPace {
  #takenAtMs = -Infinity;
  #pauseMs = 0;

  /** Whether it may be now; then it counts as done. @param nowMs any clock that only goes forward. */
  take(nowMs: number): boolean {
    const sinceMs = nowMs - this.#takenAtMs;
    if (sinceMs < this.#pauseMs) return false;
    // What has gone well for long begins anew.
    const again = sinceMs < 2 * LONGEST_PAUSE_MS;
    this.#pauseMs = again ? Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2) : FIRST_PAUSE_MS;
    this.#takenAtMs = nowMs;
    return true;
  }
}
