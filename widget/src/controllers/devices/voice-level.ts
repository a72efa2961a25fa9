/** How loud a microphone is, measured here and sent nowhere. */

/** Samples looked at: a twentieth of a second, at the usual rate. */
const WINDOW = 2048;
const GESTURES = ['pointerdown', 'keydown'] as const;

export class VoiceLevel {
  readonly #context = new AudioContext();
  readonly #analyser = new AnalyserNode(this.#context, { fftSize: WINDOW });
  readonly #samples = new Float32Array(WINDOW);

  constructor(track: MediaStreamTrack) {
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
    // Browsers measure nothing before a gesture, or after an interruption.
    for (const gesture of GESTURES) document.addEventListener(gesture, this.#resume, { capture: true });
  }

  /** The last moment's loudness, the root mean square in 0..1. */
  get value(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / WINDOW);
  }

  close(): void {
    for (const gesture of GESTURES) document.removeEventListener(gesture, this.#resume, { capture: true });
    void this.#context.close();
  }

  readonly #resume = (): void => void this.#context.resume().catch(() => undefined);
}
