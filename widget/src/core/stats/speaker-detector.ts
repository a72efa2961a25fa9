/**
 * Who speaks: pure, from loudness and time. Starts at a clear level and ends only after a pause, so the ring does not
 * flicker between words.
 */
import type { ParticipantId } from '@video-room/protocol';

/** Linear `audioLevel` (webrtc-stats) that counts as speech, about -38 dBov. */
const SPEECH_LEVEL = 0.012;

/** Silence that ends a speech. */
const PAUSE_MS = 900;

export class SpeakerDetector {
  readonly #heardAt = new Map<ParticipantId, number>();

  /** @param nowMs any clock that only goes forward. */
  update(levels: ReadonlyMap<ParticipantId, number>, nowMs: number): ReadonlySet<ParticipantId> {
    for (const [id, level] of levels) if (level >= SPEECH_LEVEL) this.#heardAt.set(id, nowMs);
    for (const [id, heardAt] of this.#heardAt) {
      if (nowMs - heardAt > PAUSE_MS || !levels.has(id)) this.#heardAt.delete(id);
    }
    return new Set(this.#heardAt.keys());
  }
}
