/**
 * Whether somebody speaks who is muted and seems not to know: pure, from loudness and time. A cough says nothing; a
 * sentence does. What was said once is not said again at every word.
 */

/** Loudness (root mean square) that counts as speech. */
const SPEECH_LEVEL = 0.015;
/** As much speech, less the pauses in between. */
const SPEAKS_AFTER_MS = 700;
const QUIET_AFTER_MS = 4_000;

export class MutedSpeech {
  #spokenMs = 0;
  #heardAtMs = -Infinity;
  #lastMs: number | undefined;
  #speaking = false;

  /**
   * @param nowMs any clock that only goes forward.
   * @returns whether to say that one is muted.
   */
  update(level: number, nowMs: number): boolean {
    const passedMs = nowMs - (this.#lastMs ?? nowMs);
    this.#lastMs = nowMs;
    const loud = level >= SPEECH_LEVEL;
    this.#spokenMs = Math.max(0, this.#spokenMs + (loud ? passedMs : -passedMs));
    if (loud) this.#heardAtMs = nowMs;
    if (this.#spokenMs >= SPEAKS_AFTER_MS) this.#speaking = true;
    if (nowMs - this.#heardAtMs > QUIET_AFTER_MS) this.#speaking = false;
    return this.#speaking;
  }
}
