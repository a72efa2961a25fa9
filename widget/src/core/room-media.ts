/**
 * What one sends and sees in a room beyond the first pictures: one's shared screen, who speaks, no more of a picture than
 * is seen of it, how well each connection does. Loaded when one is in the room, so that coming in does not wait for it.
 */
import type { MediaSource, ReadyMessage } from '@video-room/protocol';
import type { LogBus, Logger } from '@video-room/log';
import type { MediaEngine } from './engine/media-engine.js';
import { browserDisplay, type DisplayPort } from './media/display-port.js';
import { LocalScreen } from './media/local-screen.js';
import type { RoomConnection } from './room-connection.js';
import type { SessionAction, SessionState } from './session-state.js';
import { Adaptation } from './stats/adaptation.js';
import { LinkHistory } from './stats/link-history.js';
import { LinkReporter } from './stats/link-reporter.js';
import { sampleLinks } from './stats/link-sampler.js';
import { QualityWatch, type Qualities } from './stats/quality-watch.js';
import { sampleSpeaking } from './stats/speaking-sampler.js';
import type { RoomTimeline } from './timeline/room-timeline.js';
import { SaidViews, withoutCameras, type Views } from './views.js';

/** The room one came into, or is in again. */
export interface Entered {
  engine: MediaEngine;
  room: Pick<RoomConnection, 'request'>;
  /** What the server wants to be told is said there. */
  ready: ReadyMessage;
  /** When links opened that were there before, in milliseconds of `performance.now`. */
  sinceMs: number;
}

export interface RoomMediaOptions {
  entered: Entered;
  bus: LogBus;
  log: Logger;
  state: () => SessionState;
  act: (action: SessionAction) => void;
  /** What may be sent in all, in bits per second. */
  budget: () => number;
  display?: DisplayPort | undefined;
}

export class RoomMedia {
  readonly screen: LocalScreen;
  readonly history = new LinkHistory();
  readonly #bus: LogBus;
  readonly #log: Logger;
  readonly #state: () => SessionState;
  readonly #views: SaidViews;
  readonly #adaptation: Adaptation;
  readonly #reporter: LinkReporter | undefined;
  readonly #stops: readonly (() => void)[];
  #timeline: RoomTimeline | undefined;
  /** The newest one. */
  #entered: Entered | undefined;

  constructor({ entered, bus, log, state, act, budget, display = browserDisplay }: RoomMediaOptions) {
    const { engine, room, ready, sinceMs } = entered;
    this.#bus = bus;
    this.#log = log;
    this.#state = state;
    this.screen = new LocalScreen({ log, display });
    this.screen.on('screen', (screen) => {
      engine.setTrack('screen', screen.track ?? null);
      engine.setTrack('screenAudio', screen.audio ?? null);
      act({ type: 'screen', screen });
    });
    this.#views = new SaidViews(engine);
    this.#adaptation = new Adaptation({ engine, log, budget });
    this.#reporter =
      ready.reports &&
      new LinkReporter({
        engine,
        send: (report) => room.request('report', report),
        sinceMs,
        sendsPicture: (peer) => state().participants.get(peer)?.media.camera === true,
      });
    const qualities = new QualityWatch();
    this.#stops = [
      sampleSpeaking({
        engine,
        you: () => state().you,
        onSpeaking: (speaking) => act({ type: 'speaking', speaking }),
      }),
      sampleLinks(engine, (reports) => {
        this.#adaptation.look(reports);
        this.history.take(reports);
        const quality = qualities.take(reports, performance.now(), state().you);
        this.#note(quality, log.with({ category: 'decision' }));
        act({ type: 'quality', quality });
        this.#reporter?.take(reports, quality);
      }),
    ];
    this.enter(entered);
  }

  /** What both ends say of each link, where everybody agreed to tell. */
  get timeline(): RoomTimeline | undefined {
    return this.#timeline;
  }

  /** One is in the room, or is again: what the server wants to be told may be something else. */
  enter(entered: Entered): void {
    this.#entered = entered;
    if (entered.ready.timeline) return void this.#tell(entered);
    this.#timeline?.close();
    this.#timeline = undefined;
  }

  /** What may be sent from now on. */
  allow(sources: readonly MediaSource[]): void {
    this.screen.allow(sources);
  }

  /** How large the others are shown. */
  show(views: Views): void {
    this.#views.show(this.#state().soundOnly ? withoutCameras(views) : views);
  }

  /** After something else is sent, or may be. */
  adapt(): void {
    this.#adaptation.apply();
  }

  /** Tells the server how links did, before one leaves. */
  report(): void {
    this.#reporter?.flush();
    this.#timeline?.flush();
  }

  /** Writes down who does better or worse than before. */
  #note(qualities: Qualities, log: Logger): void {
    const before = this.#state().quality;
    for (const person of new Set([...before.keys(), ...qualities.keys()])) {
      const quality = qualities.get(person) ?? 'good';
      if (quality !== (before.get(person) ?? 'good')) log.with({ person }).info('quality', { quality });
    }
  }

  close(): void {
    this.#entered = undefined;
    this.#timeline?.close();
    this.#reporter?.close();
    this.#views.close();
    this.#adaptation.close();
    for (const stop of this.#stops) stop();
    this.screen.stop();
  }

  async #tell({ room, ready }: Entered): Promise<void> {
    if (this.#timeline) return this.#timeline.resume();
    try {
      const { RoomTimeline } = await import('./timeline/room-timeline.js');
      if (this.#entered?.ready !== ready || !ready.timeline) return;
      this.#timeline = new RoomTimeline({ bus: this.#bus, room, state: this.#state, limits: ready.timeline });
      this.#log.info('timeline on');
    } catch (error) {
      this.#log.warn('timeline not loaded', { error: String(error) });
    }
  }
}
