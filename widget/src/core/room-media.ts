/**
 * What one sends and sees in a room beyond the first pictures: one's shared screen, who speaks, no more of a picture than
 * is seen of it, how well each connection does. Loaded when one is in the room, so that coming in does not wait for it.
 */
import type { MediaSource } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import type { MediaEngine } from './engine/media-engine.js';
import { browserDisplay, type DisplayPort } from './media/display-port.js';
import { LocalScreen } from './media/local-screen.js';
import type { SessionAction, SessionState } from './session-state.js';
import { Adaptation } from './stats/adaptation.js';
import { LinkHistory } from './stats/link-history.js';
import { LinkReporter, type LinkReporterOptions } from './stats/link-reporter.js';
import { sampleLinks } from './stats/link-sampler.js';
import { QualityWatch, type Qualities } from './stats/quality-watch.js';
import { sampleSpeaking } from './stats/speaking-sampler.js';
import { SaidViews, withoutCameras, type Views } from './views.js';

export type Reporting = Pick<LinkReporterOptions, 'send' | 'sinceMs'>;

export interface RoomMediaOptions {
  engine: MediaEngine;
  log: Logger;
  state: () => SessionState;
  act: (action: SessionAction) => void;
  /** What may be sent in all, in bits per second. */
  budget: () => number;
  display?: DisplayPort | undefined;
  /** For a server that wants to be told how links do. */
  reporting?: Reporting | undefined;
}

export class RoomMedia {
  readonly screen: LocalScreen;
  readonly history = new LinkHistory();
  readonly #state: () => SessionState;
  readonly #views: SaidViews;
  readonly #adaptation: Adaptation;
  readonly #reporter: LinkReporter | undefined;
  readonly #stops: readonly (() => void)[];

  constructor({ engine, log, state, act, budget, display = browserDisplay, reporting }: RoomMediaOptions) {
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
      reporting &&
      new LinkReporter({
        ...reporting,
        engine,
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
    this.#reporter?.close();
    this.#views.close();
    this.#adaptation.close();
    for (const stop of this.#stops) stop();
    this.screen.stop();
  }
}
