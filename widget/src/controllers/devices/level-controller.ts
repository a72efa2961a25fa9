/** Keeps an element told how loud a microphone is, frame by frame, while the element is in the document. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { VoiceLevel } from './voice-level.js';

/** What counts as silence, in decibels below full loudness. */
const FLOOR_DB = 60;

export class LevelController implements ReactiveController {
  readonly #onLevel: (level: number) => void;
  #track: MediaStreamTrack | undefined;
  #voice: VoiceLevel | undefined;
  #frame = 0;

  /** @param onLevel is told 0 for silence to 1 for as loud as can be, as people hear it. */
  constructor(host: ReactiveControllerHost, onLevel: (level: number) => void) {
    this.#onLevel = onLevel;
    host.addController(this);
  }

  listen(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.hostDisconnected();
    this.#track = track;
    this.hostConnected();
  }

  hostConnected(): void {
    if (!this.#track || this.#voice) return;
    this.#voice = new VoiceLevel(this.#track);
    this.#measure();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#voice?.close();
    this.#voice = undefined;
    this.#onLevel(0);
  }

  readonly #measure = (): void => {
    const decibels = 20 * Math.log10(this.#voice?.value || Number.MIN_VALUE);
    this.#onLevel(Math.min(1, Math.max(0, 1 + decibels / FLOOR_DB)));
    this.#frame = requestAnimationFrame(this.#measure);
  };
}
