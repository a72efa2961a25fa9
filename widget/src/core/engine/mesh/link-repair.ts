/**
 * When to call a link interrupted or failed and when to repair it. Time decides, not hope: `disconnected` often heals by
 * itself within a second or two, and a link that does not connect at all may have lost its offer or its answer. The
 * impolite end acts first; the polite one only if that did not help, so two ends that see the same trouble do not both.
 */
import type { Logger } from '@video-room/log';
import type { LinkPhase } from '../../session-state.js';

/** Milliseconds. */
export const REPAIR_TIMES = {
  /** From `disconnected` until the link counts as interrupted and ICE is restarted. */
  patienceMs: 2_000,
  /** How much later the polite end acts. */
  politeDelayMs: 2_500,
  /** Between further repairs, and from the opening of a link to the first. */
  againMs: 5_000,
  /** A link that does not connect for so long counts as failed; repairs go on. */
  failedAfterMs: 15_000,
} as const;

export interface LinkRepairOptions {
  polite: boolean;
  log: Logger;
  onPhase: (phase: LinkPhase) => void;
  /**
   * Something has to be done.
   * @param withoutPath ICE has lost or not found a path, so that a restart is due; otherwise a signal may be missing.
   */
  onRepair: (withoutPath: boolean) => void;
}

export class LinkRepair {
  readonly #pc: RTCPeerConnection;
  readonly #options: LinkRepairOptions;
  readonly #decision: Logger;
  readonly #timer: Logger;
  #repairTimer: ReturnType<typeof setTimeout> | undefined;
  #failedTimer: ReturnType<typeof setTimeout> | undefined;
  #phase: LinkPhase = 'connecting';
  #signalingUp = true;

  constructor(pc: RTCPeerConnection, options: LinkRepairOptions) {
    this.#pc = pc;
    this.#options = options;
    this.#decision = options.log.with({ category: 'decision' });
    this.#timer = options.log.with({ category: 'timer' });
    pc.addEventListener('connectionstatechange', () => this.#follow());
    this.#expect();
    this.#repairIn(REPAIR_TIMES.againMs);
  }

  /** Repairs wait while signals cannot be delivered. */
  setSignaling(up: boolean): void {
    this.#signalingUp = up;
    const broken = this.#phase === 'interrupted' || this.#phase === 'failed';
    if (up && broken) this.#repairNow();
  }

  close(): void {
    clearTimeout(this.#repairTimer);
    clearTimeout(this.#failedTimer);
  }

  #follow(): void {
    const state = this.#pc.connectionState;
    switch (state) {
      case 'connected':
        this.close();
        this.#repairTimer = this.#failedTimer = undefined;
        return this.#enter('connected');
      case 'disconnected':
        return this.#repairIn(REPAIR_TIMES.patienceMs);
      case 'failed':
        return this.#repairNow();
      case 'new':
      case 'connecting':
      case 'closed':
        return;
      default:
        return state satisfies never;
    }
  }

  #repairNow(): void {
    clearTimeout(this.#repairTimer);
    this.#repairTimer = undefined;
    this.#repairIn(0);
  }

  #repairIn(delayMs: number): void {
    if (this.#repairTimer !== undefined) return;
    const afterMs = delayMs + (this.#options.polite ? REPAIR_TIMES.politeDelayMs : 0);
    this.#timer.debug('timer set', { for: 'repair', afterMs });
    this.#repairTimer = setTimeout(() => {
      this.#repairTimer = undefined;
      this.#timer.debug('timer over', { for: 'repair' });
      if (this.#pc.connectionState === 'connected' || this.#pc.connectionState === 'closed') return;
      if (this.#phase === 'connected') this.#enter('interrupted');
      this.#expect();
      if (this.#signalingUp) {
        const { connectionState, signalingState } = this.#pc;
        const withoutPath = this.#phase !== 'connecting' || connectionState === 'failed';
        this.#decision.warn('repair', { connectionState, signalingState, withoutPath });
        this.#options.onRepair(withoutPath);
      }
      this.#repairIn(REPAIR_TIMES.againMs);
    }, afterMs);
  }

  #expect(): void {
    if (this.#failedTimer !== undefined) return;
    const afterMs = REPAIR_TIMES.failedAfterMs;
    this.#timer.debug('timer set', { for: 'failure', afterMs });
    this.#failedTimer = setTimeout(() => {
      this.#timer.debug('timer over', { for: 'failure' });
      this.#enter('failed');
    }, afterMs);
  }

  #enter(phase: LinkPhase): void {
    if (phase === this.#phase) return;
    this.#phase = phase;
    this.#options.onPhase(phase);
  }
}
