/**
 * What being called sounds like: two soft notes, twice, then silence, for as long as it rings; for a knock two short knocks. One
 * looped buffer, so that no timer is needed, which browsers slow down in hidden pages. Silent until the browser allows the
 * page to make a sound, which a gesture makes it do.
 */
export type Tone = 'ring' | 'knock';

const GESTURES = ['pointerdown', 'keydown'] as const;
const LOUDNESS = 0.16;
/** A context that is allowed to sound takes a moment to begin. */
const BEGINS_WITHIN_MS = 400;
const PERIOD_S = 3.2;
/** Hertz, begin and length in seconds. */
const NOTES: Readonly<Record<Tone, readonly (readonly [hertz: number, at: number, length: number])[]>> = {
  ring: [
    [587, 0, 0.5],
    [880, 0.16, 0.7],
    [587, 0.8, 0.5],
    [880, 0.96, 0.8],
  ],
  knock: [
    [196, 0, 0.16],
    [196, 0.19, 0.2],
  ],
};

export class RingTone {
  readonly #onChange: () => void;
  #context: AudioContext | undefined;
  #source: AudioBufferSourceNode | undefined;
  #tone: Tone | undefined;
  #causes: readonly string[] = [];
  #overdue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when `blocked` may have changed. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** It should sound and the browser does not let it, until the person clicks or presses a key. */
  get blocked(): boolean {
    return this.#overdue && this.#context?.state === 'suspended';
  }

  /**
   * Sounds from now on, a knock once for each who knocks; undefined is silence.
   * @param causes ids of those who ring or knock now.
   */
  play(tone: Tone | undefined, causes: readonly string[] = []): void {
    const isAnother = causes.some((id) => !this.#causes.includes(id));
    this.#causes = causes;
    if (tone === this.#tone) {
      if (tone === 'knock' && isAnother) this.#sound(tone);
      return;
    }
    this.#stop();
    this.#tone = tone;
    if (!tone || !globalThis.AudioContext) return;
    const context = (this.#context = new AudioContext());
    this.#sound(tone);
    context.addEventListener('statechange', this.#onChange);
    this.#timer = setTimeout(() => {
      this.#overdue = true;
      this.#onChange();
    }, BEGINS_WITHIN_MS);
    for (const gesture of GESTURES) document.addEventListener(gesture, this.#resume, { capture: true });
  }

  /** From the beginning, in the place of what sounds or waits for a gesture. */
  #sound(tone: Tone): void {
    const context = this.#context;
    if (!context) return;
    this.#source?.stop();
    this.#source = new AudioBufferSourceNode(context, { buffer: render(context, tone), loop: tone === 'ring' });
    this.#source.connect(new GainNode(context, { gain: LOUDNESS })).connect(context.destination);
    this.#source.start();
  }

  readonly #resume = (): void => {
    // Refused again, it stays silent and says so.
    void this.#context?.resume().catch(() => undefined);
  };

  #stop(): void {
    for (const gesture of GESTURES) document.removeEventListener(gesture, this.#resume, { capture: true });
    clearTimeout(this.#timer);
    this.#overdue = false;
    this.#context?.removeEventListener('statechange', this.#onChange);
    void this.#context?.close();
    this.#context = this.#source = undefined;
  }
}

/** Notes that fade like those of a marimba. */
function render(context: BaseAudioContext, tone: Tone): AudioBuffer {
  const { sampleRate } = context;
  const buffer = context.createBuffer(1, Math.round(PERIOD_S * sampleRate), sampleRate);
  const samples = buffer.getChannelData(0);
  for (const [hertz, at, length] of NOTES[tone]) {
    const begin = Math.round(at * sampleRate);
    const count = Math.round(length * sampleRate);
    for (let index = 0; index < count; index += 1) {
      const attack = Math.min(1, index / (0.008 * sampleRate));
      const fading = (1 - index / count) ** 2;
      const turn = (2 * Math.PI * hertz * index) / sampleRate;
      samples[begin + index]! += attack * fading * (Math.sin(turn) + 0.25 * Math.sin(3 * turn));
    }
  }
  return buffer;
}
