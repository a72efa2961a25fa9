/**
 * Who speaks: pure, from loudness and time. Starts at a clear level and ends only after a pause, so the ring does not
 * flicker between words; how loud somebody is is a mean over about a second.
 */
import type { ParticipantId } from '@video-room/protocol';

/** Linear `audioLevel` (webrtc-stats) that counts as speech, about -38 dBov. */
const SPEECH_LEVEL = 0.012;

/** Silence that ends a speech. */
const PAUSE_MS = 900;

/** How much of the loudness is what was just heard. */
const NEWEST_SHARE = 0.3;

export class SpeakerDetector {
  readonly #heardAt = new Map<ParticipantId, number>();
  readonly #loudness = new Map<ParticipantId, number>();

  /**
   * @param nowMs any clock that only goes forward.
   * @returns who speaks, the loudest first.
   */
  update(levels: ReadonlyMap<ParticipantId, number>, nowMs: number): ReadonlySet<ParticipantId> {
    for (const [id, level] of levels) {
      if (level >= SPEECH_LEVEL) this.#heardAt.set(id, nowMs);
      const before = this.#loudness.get(id) ?? 0;
      this.#loudness.set(id, before + (level - before) * NEWEST_SHARE);
    }
    for (const [id, heardAt] of this.#heardAt) {
      if (nowMs - heardAt > PAUSE_MS || !levels.has(id)) this.#heardAt.delete(id);
    }
    for (const id of this.#loudness.keys()) if (!levels.has(id)) this.#loudness.delete(id);
    const loudnessOf = (id: ParticipantId) => this.#loudness.get(id) ?? 0;
    return new Set([...this.#heardAt.keys()].sort((one, other) => loudnessOf(other) - loudnessOf(one)));
  }
}
