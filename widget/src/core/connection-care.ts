/**
 * Notices by itself that the network is gone, back or another one: from the page, from media that stops or comes again, and
 * from a server that is silent. Decides nothing about the room; it asks the server quickly, lets go of a connection that is
 * dead, and has links repaired at once.
 */
import type { Logger } from '@video-room/log';
import type { MediaEngine } from './engine/media-engine.js';
import { watchPage, type Page } from './page-watch.js';
import { Liveness } from './signaling/liveness.js';
import type { SignalingClient } from './signaling/signaling-client.js';

/** In milliseconds. After a silence of all links that was shorter, a try to reach the server may have gone on through it. */
const OUTAGE_MS = 3_000;

export interface ConnectionCareOptions {
  signaling: SignalingClient;
  engine: MediaEngine;
  page: Page | undefined;
  log: Logger;
}

export class ConnectionCare {
  readonly #lifetime = new AbortController();
  readonly #liveness: Liveness;

  constructor({ signaling, engine, page, log }: ConnectionCareOptions) {
    const returned = () => {
      log.debug('page or network is back');
      this.#liveness.hope(true);
      engine.networkChanged();
    };
    this.#liveness = new Liveness({ signaling, log, onWoken: returned });
    let silentSince = performance.now();
    engine.on('silence', ({ silentMs }) => {
      if (silentMs > 0) {
        silentSince = performance.now() - silentMs;
        this.#liveness.doubt(silentMs);
      } else if (!signaling.connected) this.#liveness.hope(performance.now() - silentSince > OUTAGE_MS);
    });
    watchPage(page, this.#lifetime.signal, {
      lost: () => this.#liveness.doubt(),
      returned,
      seen: () => this.#liveness.hope(),
    });
  }

  close(): void {
    this.#lifetime.abort();
    this.#liveness.close();
  }
}
