/**
 * Whether the way over a relay, where there should be one, cannot be found: the browser looks for ways, the link has none,
 * and after a while no server has offered to relay. It goes by what was looked for lately, also while the link still counted
 * as connected, so a link that is only waited for says nothing. Says so until a relay is found or the link is connected.
 */
import type { Logger } from '@video-room/log';
import type { LinkPhase } from '../../session-state.js';

/** From when ways are looked for: several times what a relay takes over a slow network, and before people give up. */
export const RELAY_WITHIN_MS = 8_000;
/** A search that began longer ago has nothing to do with what becomes of the link now. */
const LATELY_MS = 2 * RELAY_WITHIN_MS;

export interface RelayWatchOptions {
  log: Logger;
  /** Addresses of the relays that are asked; undefined: none is needed. */
  ice: { readonly relays: readonly string[] | undefined };
  /** What was so of the connection in whose place this one comes. */
  wasMissing?: boolean | undefined;
  onChange: () => void;
}

export class RelayWatch {
  readonly #options: RelayWatchOptions;
  readonly #decision: Logger;
  #missing: boolean;
  #connected = false;
  /** Since when ways are looked for without a relay being found. */
  #searchingSince = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pc: RTCPeerConnection, options: RelayWatchOptions) {
    this.#options = options;
    this.#decision = options.log.with({ category: 'decision' });
    this.#missing = options.wasMissing ?? false;
    pc.addEventListener('icegatheringstatechange', () => {
      if (pc.iceGatheringState !== 'gathering') return;
      this.#searchingSince = performance.now();
      this.#expect();
    });
    pc.addEventListener('icecandidate', ({ candidate }) => candidate?.type === 'relay' && this.#forget());
  }

  get missing(): boolean {
    return this.#missing;
  }

  follow(phase: LinkPhase): void {
    this.#connected = phase === 'connected';
    if (this.#connected) this.#forget();
    else if (performance.now() - this.#searchingSince < LATELY_MS) this.#expect();
  }

  /** Where signals cannot be delivered, this end's own network is to blame rather than a relay. */
  setSignaling(up: boolean): void {
    if (!up) this.#forget();
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #expect(): void {
    if (this.#connected || this.#missing || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        const { relays } = this.#options.ice;
        if (!relays) return;
        this.#decision.warn('no relay can be reached', { code: 'relay-unreachable', relays });
        this.#set(true);
      },
      this.#searchingSince + RELAY_WITHIN_MS - performance.now(),
    );
  }

  #forget(): void {
    this.#searchingSince = -Infinity;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#set(false);
  }

  #set(missing: boolean): void {
    if (missing === this.#missing) return;
    this.#missing = missing;
    this.#options.onChange();
  }
}
