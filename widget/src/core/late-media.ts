/**
 * What one sends and sees beyond the first pictures is loaded once one is in a room (room-media.ts); until it is there, what
 * is asked of it is kept. One that cannot be loaded is tried again for as long as one is in that room.
 */
import type { LogBus, Logger } from '@video-room/log';
import type { MediaSource } from '@video-room/protocol';
import { VideoRoomError } from './errors.js';
import type { DisplayPort } from './media/display-port.js';
import type { ShareOptions } from './media/local-screen.js';
import type { Entered, RoomMedia } from './room-media.js';
import type { SessionAction, SessionState } from './session-state.js';
import type { LinkHistory } from './stats/link-history.js';
import type { LinkTimeline } from './timeline/room-timeline.js';
import type { Views } from './views.js';

const AGAIN_AFTER_MS = 5_000;

export interface LateMediaOptions {
  bus: LogBus;
  log: Logger;
  state: () => SessionState;
  act: (action: SessionAction) => void;
  display: DisplayPort | undefined;
  /** It is there: what may be sent is to be said to it. */
  onLoaded: () => void;
}

/** What is known of the links of the room one is in. */
export type WatchedLinks = Readonly<Pick<LateMedia, 'history' | 'timeline'>>;

export class LateMedia {
  readonly #options: LateMediaOptions;
  /** The newest: of the room one is in, and what is agreed to there by now. */
  #entered: Entered | undefined;
  #media: RoomMedia | undefined;
  #views: Views = new Map();
  #budget = Infinity;

  constructor(options: LateMediaOptions) {
    this.#options = options;
  }

  /** One is in a room, or is again. */
  async load(entered: Entered): Promise<void> {
    this.#entered = entered;
    const { log, onLoaded, ...others } = this.#options;
    try {
      const { RoomMedia } = await import('./room-media.js');
      if (this.#entered !== entered) return;
      if (this.#media) return this.#media.enter(entered);
      this.#media = new RoomMedia({ ...others, log, budget: () => this.#budget, entered });
      this.#media.show(this.#views);
      onLoaded();
    } catch (error) {
      log.error('room media not loaded', { error: String(error) });
      setTimeout(() => this.#entered === entered && void this.load(entered), AGAIN_AFTER_MS);
    }
  }

  /** What the links did lately; undefined while one is in no room. */
  get history(): LinkHistory | undefined {
    return this.#media?.history;
  }

  /** What both ends of links say of them; undefined where nobody has agreed to tell, or does no more. */
  get timeline(): LinkTimeline | undefined {
    return this.#options.state().room?.timeline ? this.#media?.timeline : undefined;
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
    const error = new VideoRoomError('screen-failed', 'Not in a room, or it is still loading');
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
    this.#media = this.#entered = undefined;
  }
}
