/**
 * Tells when somebody speaks while muted. A muted microphone gives no sound, so a copy of it is listened to, here in the page
 * only, for as long as one is muted in a room and no longer.
 */
import { MutedSpeech } from '../../core/stats/muted-speech.js';
import { VoiceLevel } from './voice-level.js';

const SAMPLE_EVERY_MS = 200;

export class MutedHint {
  readonly #onChange: () => void;
  #track: MediaStreamTrack | undefined;
  #stop: (() => void) | undefined;
  #shown = false;

  /** @param onChange called when `shown` became another. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Whether one should be told to be muted. */
  get shown(): boolean {
    return this.#shown;
  }

  /** @param track the microphone while it is muted; undefined to listen no more. */
  listen(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#stop?.();
    this.#stop = track && this.#watch(track);
    this.#show(false);
  }

  #watch(track: MediaStreamTrack): () => void {
    const copy = track.clone();
    copy.enabled = true;
    const voice = new VoiceLevel(copy);
    const speech = new MutedSpeech();
    const timer = setInterval(() => this.#show(speech.update(voice.value, performance.now())), SAMPLE_EVERY_MS);
    return () => {
      clearInterval(timer);
      voice.close();
      copy.stop();
    };
  }

  #show(shown: boolean): void {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#onChange();
  }
}
