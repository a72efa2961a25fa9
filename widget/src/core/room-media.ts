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
import { sampleLinks } from './stats/link-sampler.js';
import { QualityWatch } from './stats/quality-watch.js';
import { sampleSpeaking } from './stats/speaking-sampler.js';
import { SaidViews, withoutCameras, type Views } from './views.js';

export interface RoomMediaOptions {
  engine: MediaEngine;
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
  readonly #state: () => SessionState;
  readonly #views: SaidViews;
  readonly #adaptation: Adaptation;
  readonly #stops: readonly (() => void)[];

  constructor({ engine, log, state, act, budget, display = browserDisplay }: RoomMediaOptions) {
    this.#state = state;
    this.screen = new LocalScreen({ log, display });
    this.screen.on('screen', (screen) => {
      engine.setTrack('screen', screen.track ?? null);
      engine.setTrack('screenAudio', screen.audio ?? null);
      act({ type: 'screen', screen });
    });
    this.#views = new SaidViews(engine);
    this.#adaptation = new Adaptation({ engine, log, budget });
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
        act({ type: 'quality', quality: qualities.take(reports, performance.now(), state().you) });
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

  close(): void {
    this.#views.close();
    this.#adaptation.close();
    for (const stop of this.#stops) stop();
    this.screen.stop();
  }
}
