/**
 * What one sends and sees in a room beyond the first pictures: one's shared screen, who speaks. Loaded when one is in the
 * room, so that coming in does not wait for it.
 */
import type { MediaSource } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import type { MediaEngine } from './engine/media-engine.js';
import { browserDisplay, type DisplayPort } from './media/display-port.js';
import { LocalScreen } from './media/local-screen.js';
import type { SessionAction, SessionState } from './session-state.js';
import { sampleSpeaking } from './stats/speaking-sampler.js';

export interface RoomMediaOptions {
  engine: MediaEngine;
  log: Logger;
  state: () => SessionState;
  act: (action: SessionAction) => void;
  display?: DisplayPort | undefined;
}

export class RoomMedia {
  readonly screen: LocalScreen;
  readonly #stopSampling: () => void;

  constructor({ engine, log, state, act, display = browserDisplay }: RoomMediaOptions) {
    this.screen = new LocalScreen({ log, display });
    this.screen.on('screen', (screen) => {
      engine.setTrack('screen', screen.track ?? null);
      engine.setTrack('screenAudio', screen.audio ?? null);
      act({ type: 'screen', screen });
    });
    this.#stopSampling = sampleSpeaking({
      engine,
      you: () => state().you,
      onSpeaking: (speaking) => act({ type: 'speaking', speaking }),
    });
  }

  /** What may be sent from now on. */
  allow(sources: readonly MediaSource[]): void {
    this.screen.allow(sources);
  }

  close(): void {
    this.#stopSampling();
    this.screen.stop();
  }
}
