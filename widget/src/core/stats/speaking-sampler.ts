/** Asks the engine a few times a second how loud everybody is, and tells who speaks. */
import type { ParticipantId } from '@video-room/protocol';
import type { MediaEngine } from '../engine/media-engine.js';
import { SpeakerDetector } from './speaker-detector.js';

const SAMPLE_EVERY_MS = 250;

export interface SpeakingSamplerOptions {
  engine: Pick<MediaEngine, 'levels' | 'ownLevel'>;
  /** One's own participant id, once known. */
  you: () => ParticipantId | undefined;
  onSpeaking: (speaking: ReadonlySet<ParticipantId>) => void;
}

/** Starts sampling. Returns what ends it. */
export function sampleSpeaking({ engine, you, onSpeaking }: SpeakingSamplerOptions): () => void {
  const detector = new SpeakerDetector();
  let ended = false;
  const timer = setInterval(() => {
    void engine
      .ownLevel()
      .catch(() => 0)
      .then((ownLevel) => {
        const own = you();
        if (ended || !own) return;
        onSpeaking(detector.update(new Map(engine.levels()).set(own, ownLevel), performance.now()));
      });
  }, SAMPLE_EVERY_MS);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
