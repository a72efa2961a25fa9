/**
 * When to call a link interrupted or failed and when to restart ICE. Time decides, not hope: `disconnected` often heals
 * by itself within a second or two. The impolite end restarts first; the polite one only if that did not help, so two
 * ends that see the same trouble do not both act.
 */
import type { Logger } from '@video-room/log';
import type { LinkPhase } from '../../session-state.js';

/** Milliseconds. */
export const REPAIR_TIMES = {
  /** From `disconnected` until the link counts as interrupted and ICE is restarted. */
  patienceMs: 2_000,
  /** How much later the polite end acts. */
  politeDelayMs: 2_500,
  /** Between further restarts. */
  againMs: 5_000,
  /** A link that does not connect for so long counts as failed; repairs go on. */
  failedAfterMs: 15_000,
} as const;

export interface IceRepairOptions {
  polite: boolean;
  log: Logger;
  onPhase: (phase: LinkPhase) => void;
}

export class IceRepair {
  readonly #pc: RTCPeerConnection;
  readonly #options: IceRepairOptions;
  readonly #log: Logger;
  #restartTimer: ReturnType<typeof setTimeout> | undefined;
  #failedTimer: ReturnType<typeof setTimeout> | undefined;
  #phase: LinkPhase = 'connecting';
  #signalingUp = true;

  constructor(pc: RTCPeerConnection, options: IceRepairOptions) {
    this.#pc = pc;
    this.#options = options;
    this.#log = options.log.with({ category: 'ice' });
    pc.addEventListener('connectionstatechange', () => this.#follow());
    this.#expect();
  }

  /** Restarts wait while signals cannot be delivered. */
  setSignaling(up: boolean): void {
    this.#signalingUp = up;
    const broken = this.#phase === 'interrupted' || this.#phase === 'failed';
    if (!up || !broken) return;
    clearTimeout(this.#restartTimer);
    this.#restartTimer = undefined;
    this.#restartIn(0);
  }

  close(): void {
    clearTimeout(this.#restartTimer);
    clearTimeout(this.#failedTimer);
  }

  #follow(): void {
    const state = this.#pc.connectionState;
    switch (state) {
      case 'connected':
        this.close();
        this.#restartTimer = this.#failedTimer = undefined;
        return this.#enter('connected');
      case 'disconnected':
        return this.#restartIn(REPAIR_TIMES.patienceMs);
      case 'failed':
        return this.#restartIn(0);
      case 'new':
      case 'connecting':
      case 'closed':
        return;
      default:
        return state satisfies never;
    }
  }

  #restartIn(delayMs: number): void {
    if (this.#restartTimer !== undefined) return;
    const politeMs = this.#options.polite ? REPAIR_TIMES.politeDelayMs : 0;
    this.#restartTimer = setTimeout(() => {
      this.#restartTimer = undefined;
      if (this.#pc.connectionState === 'connected' || this.#pc.connectionState === 'closed') return;
      if (this.#phase === 'connected') this.#enter('interrupted');
      this.#expect();
      if (this.#signalingUp) {
        this.#log.warn('ICE restart', { state: this.#pc.connectionState });
        this.#pc.restartIce();
      }
      this.#restartIn(REPAIR_TIMES.againMs);
    }, delayMs + politeMs);
  }

  #expect(): void {
    this.#failedTimer ??= setTimeout(() => this.#enter('failed'), REPAIR_TIMES.failedAfterMs);
  }

  #enter(phase: LinkPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#options.onPhase(phase);
  }
}
