/**
 * Tells the others how large one sees them, calmly: at once after a pause, then at most some times a second. What changed
 * by a few pixels is not worth a message.
 */
import type { ParticipantId, ShownSize } from '@video-room/protocol';
import type { MediaEngine, View } from './engine/media-engine.js';

const EVERY_MS = 250;
/** Sizes are rounded up to multiples of it, in device pixels. */
const GRAIN = 16;
const LARGEST = 16_384;

export type Views = ReadonlyMap<ParticipantId, View>;

export class SaidViews {
  readonly #engine: Pick<MediaEngine, 'on' | 'setView'>;
  readonly #stop: () => void;
  #views: Views = new Map();
  #saidAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: Pick<MediaEngine, 'on' | 'setView'>) {
    this.#engine = engine;
    // Whoever is new is told as soon as there is somebody to tell.
    this.#stop = engine.on('link', ({ phase }) => phase === 'connecting' && this.#say());
  }

  show(views: Views): void {
    this.#views = views;
    this.#timer ??= setTimeout(() => this.#say(), Math.max(0, this.#saidAt + EVERY_MS - performance.now()));
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#timer);
  }

  #say(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#saidAt = performance.now();
    for (const [peer, { camera, screen }] of this.#views) {
      this.#engine.setView(peer, { camera: coarse(camera), screen: coarse(screen) });
    }
  }
}

/** Screens are seen as before. */
export const withoutCameras = (views: Views): Views =>
  new Map([...views].map(([peer, view]) => [peer, { ...view, camera: [0, 0] }]));

const coarse = ([width, height]: ShownSize): ShownSize => [upTo(width), upTo(height)];
const upTo = (length: number) => Math.min(LARGEST, Math.ceil(length / GRAIN) * GRAIN);
