/**
 * What one sends and sees beyond the first pictures is loaded once one is in a room (room-media.ts); until it is there, what
 * is asked of it is kept. One that cannot be loaded is tried again for as long as one is in that room.
 */
import type { Logger } from '@video-room/log';
import type { MediaSource } from '@video-room/protocol';
import type { MediaEngine } from './engine/media-engine.js';
import { VideoRoomError } from './errors.js';
import type { DisplayPort } from './media/display-port.js';
import type { ShareOptions } from './media/local-screen.js';
import type { Reporting, RoomMedia } from './room-media.js';
import type { SessionAction, SessionState } from './session-state.js';
import type { LinkHistory } from './stats/link-history.js';
import type { Views } from './views.js';

const AGAIN_AFTER_MS = 5_000;

export interface LateMediaOptions {
  log: Logger;
  state: () => SessionState;
  act: (action: SessionAction) => void;
  display: DisplayPort | undefined;
  /** It is there: what may be sent is to be said to it. */
  onLoaded: () => void;
}

export class LateMedia {
  readonly #options: LateMediaOptions;
  /** Of the room one is in. */
  #engine: MediaEngine | undefined;
  #media: RoomMedia | undefined;
  #views: Views = new Map();
  #budget = Infinity;

  constructor(options: LateMediaOptions) {
    this.#options = options;
  }

  /** One is in a room, or is again. @param reporting if the server wants to be told how links do. */
  async load(engine: MediaEngine, reporting?: Reporting): Promise<void> {
    this.#engine = engine;
    const { log, onLoaded, ...others } = this.#options;
    try {
      const { RoomMedia } = await import('./room-media.js');
      if (this.#engine !== engine || this.#media) return;
      this.#media = new RoomMedia({ ...others, engine, log, budget: () => this.#budget, reporting });
      this.#media.show(this.#views);
      onLoaded();
    } catch (error) {
      log.error('room media not loaded', { error: String(error) });
      setTimeout(() => this.#engine === engine && void this.load(engine, reporting), AGAIN_AFTER_MS);
    }
  }

  /** What the links did lately. */
  get history(): LinkHistory | undefined {
    return this.#media?.history;
  }

  allow(sources: readonly MediaSource[]): void {
    this.#media?.allow(sources);
  }

  /** How large the others are shown; without an argument the same as before, after what counts for it changed. */
  show(views = this.#views): void {
    this.#views = views;
    this.#media?.show(views);
  }

  /** What may be sent to all others together, in bits per second. */
  setBudget(bps: number): void {
    this.#budget = bps;
    this.#media?.adapt();
  }

  share(on: boolean, options?: ShareOptions): void {
    const screen = this.#media?.screen;
    if (screen) return on ? screen.start(options) : screen.stop();
    if (!on) return;
    const error = new VideoRoomError('screen-failed', 'Screens are shared in a room, once all of it is loaded');
    this.#options.act({ type: 'screen', screen: { status: 'failed', error } });
  }

  switchScreen(): void {
    this.#media?.screen.change();
  }

  /** One is about to leave. */
  report(): void {
    this.#media?.report();
  }

  /** One is not in that room any more. */
  close(): void {
    this.#media?.close();
    this.#media = this.#engine = undefined;
  }
}
