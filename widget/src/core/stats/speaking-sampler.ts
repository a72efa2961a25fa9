/** Asks the engine a few times a second how loud everybody is, and tells who speaks. */
import type { ParticipantId } from '@video-room/protocol';
import type { MediaEngine } from '../engine/media-engine.js';
import { SpeakerDetector } from './speaker-detector.js';

const SAMPLE_EVERY_MS = 250;

export interface SpeakingSamplerOptions {
  engine: Pick<MediaEngine, 'levels' | 'sent'>;
  /** One's own participant id, once known. */
  you: () => ParticipantId | undefined;
  onSpeaking: (speaking: ReadonlySet<ParticipantId>) => void;
}

/** Starts sampling. Returns what ends it. */
export function sampleSpeaking({ engine, you, onSpeaking }: SpeakingSamplerOptions): () => void {
  const detector = new SpeakerDetector();
  let ended = false;
  const timer = setInterval(() => {
    void ownLevel(engine).then((level) => {
      const own = you();
      if (ended || !own) return;
      onSpeaking(detector.update(new Map(engine.levels()).set(own, level), performance.now()));
    });
  }, SAMPLE_EVERY_MS);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}

/** How loud the own microphone is now, in 0..1. Every link that is not cut sends the same. */
async function ownLevel(engine: Pick<MediaEngine, 'sent'>): Promise<number> {
  const sender = engine.sent().find(({ source, sender: { track } }) => source === 'microphone' && track)?.sender;
  if (!sender?.track?.enabled) return 0;
  try {
    // The report is of mixed dictionaries which TypeScript's DOM types leave open.
    const report = (await sender.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
    const source = [...report.values()].find((stat) => stat['type'] === 'media-source');
    return Number(source?.['audioLevel'] ?? 0);
  } catch {
    // The link was closed meanwhile.
    return 0;
  }
}
