/**
 * When to call a link interrupted or failed, when to repair it and when to make it anew. Time decides, not hope: what
 * arrives is watched, `disconnected` often heals by itself within a second or two, and a link that does not connect at all
 * may have lost its offer or its answer. Whoever knows that its own network changed acts at once; else the impolite end acts
 * first and the polite one only if that did not help, so two ends that see the same trouble do not both.
 */
import type { Logger } from '@video-room/log';
import type { LinkPhase } from '../../session-state.js';
import { FLOW_TIMES } from './flow-watch.js';

/** Milliseconds. */
export const REPAIR_TIMES = {
  /** From `disconnected` until the link counts as interrupted and ICE is restarted. */
  patienceMs: 2_000,
  /** How much later the polite end acts. */
  politeDelayMs: 1_500,
  /** Between further repairs, and from the opening of a link to the first. */
  againMs: 5_000,
  /** Whatever happens, no two repairs come closer. */
  leastMs: 1_500,
  /** How long a path may take that the other end has begun to look for. Linux tells browsers of networks after 2 s. */
  theirsMs: 3_000,
  /** The same where both ends had begun, and this one gave way. */
  ofBothMs: 1_000,
  /** For so long after this end's network changed, or both ends had begun, a short silence is enough. */
  hastyMs: 8_000,
  /** Another path than before comes so long after a repair at the latest. */
  mendingMs: 8_000,
  /** A link that does not connect for so long counts as failed; repairs go on. */
  failedAfterMs: 15_000,
} as const;

/** So many repairs in vain, and the link is made anew. */
const REPAIRS_IN_VAIN = 4;

/** What is known when a repair is due. */
export interface Repair {
  /** ICE has lost or not found a path, so that a restart is due; otherwise a signal may be missing. */
  withoutPath: boolean;
  /** What was offered before is of no use: since the last repair the network is another one, or both ends had begun. */
  stale: boolean;
}

export interface LinkRepairOptions {
  polite: boolean;
  log: Logger;
  onPhase: (phase: LinkPhase) => void;
  /** Something has to be done. */
  onRepair: (repair: Repair) => void;
  /** Something comes again after a silence that was too long. */
  onHeard: () => void;
  /** Repairs do not help. */
  onVain: () => void;
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
  /** Nothing has come for too long, whatever the browser says. */
  #silent = false;
  #silentMs = 0;
  #sends = false;
  /** Since when the other end says that it sends something: silence before that was meant. */
  #sendsAt = 0;
  #repairedAt = -Infinity;
  #theirsAt = -Infinity;
  /** Whether a restart of the other end has put off a repair since the link broke. */
  #hasYielded = false;
  /** When there was last a reason not to wait. */
  #hastyAt = -Infinity;
  #vain = 0;

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
    const isBack = up && !this.#signalingUp;
    this.#signalingUp = up;
    // What was lost together with the server went over the same network, which is another one now or was gone for a while.
    if (isBack && (this.#isBroken || this.#silentMs >= FLOW_TIMES.shortSilenceMs)) this.networkChanged();
  }

  /** This end may have another network than before. What does not flow from now on is repaired at once. */
  networkChanged(): void {
    this.#hastyAt = performance.now();
    this.listen(this.#silentMs, this.#sends);
    if (this.#isBroken) this.#repairNow();
  }

  /**
   * The other end looks for a path anew, and so does this one with it: that is a repair, too.
   * @param instead whether an offer of this end was taken back for it; of a repair, if one was made a moment ago.
   */
  restarted(instead: boolean): void {
    // If that does not help, this end is not to wait for ever: Chromium may never try what answers a restart of its own.
    if (this.#hasYielded && this.#isBroken) return;
    this.#hasYielded = this.#isBroken;
    const now = performance.now();
    const isOfBoth = instead && now - this.#repairedAt < REPAIR_TIMES.mendingMs;
    // Where both have begun one, what is heard may be the old path of the other end, and this end gives up its own.
    if (isOfBoth) this.#hastyAt = now;
    else this.#theirsAt = now;
    if (this.#repairTimer !== undefined) this.#repairNow(isOfBoth ? REPAIR_TIMES.ofBothMs : REPAIR_TIMES.theirsMs);
  }

  /** @param silentMs for how long nothing has come. @param sends whether the other end says that it sends something. */
  listen(silentMs: number, sends: boolean): void {
    if (sends && !this.#sends) this.#sendsAt = performance.now();
    this.#silentMs = silentMs;
    this.#sends = sends;
    const missedMs = sends ? Math.min(silentMs, performance.now() - this.#sendsAt) : 0;
    const silent = missedMs >= this.#shortLimitMs || silentMs >= FLOW_TIMES.longSilenceMs;
    if (silent === this.#silent) return;
    this.#silent = silent;
    if (!silent) {
      this.#options.onHeard();
      return this.#follow();
    }
    if (this.#phase !== 'connected') return;
    this.#decision.info('nothing arrives', { silentMs: Math.round(silentMs) });
    this.#repairIn();
    this.#interrupt();
  }

  close(): void {
    clearTimeout(this.#repairTimer);
    clearTimeout(this.#failedTimer);
  }

  #follow(): void {
    const { connectionState } = this.#pc;
    if (connectionState === 'disconnected') this.#repairIn(this.#isHasty ? 0 : REPAIR_TIMES.patienceMs);
    else if (connectionState === 'failed') this.#repairNow();
    else if (connectionState === 'connected' && !this.#silent) {
      this.close();
      this.#repairTimer = this.#failedTimer = undefined;
      this.#vain = 0;
      this.#hasYielded = false;
      this.#enter('connected');
    }
  }

  /** Whether it is broken, or was repaired or may have to be a moment ago. */
  get isMending(): boolean {
    const lately = Math.max(this.#repairedAt, this.#theirsAt, this.#hastyAt);
    return this.#isBroken || performance.now() - lately < REPAIR_TIMES.mendingMs;
  }

  get #isBroken(): boolean {
    return this.#phase === 'interrupted' || this.#phase === 'failed';
  }

  get #shortLimitMs(): number {
    return this.#isHasty ? FLOW_TIMES.shortSilenceMs : FLOW_TIMES.silenceMs;
  }

  get #isHasty(): boolean {
    return performance.now() - this.#hastyAt < REPAIR_TIMES.hastyMs;
  }

  /** Instead of a repair that is due already. */
  #repairNow(delayMs?: number): void {
    clearTimeout(this.#repairTimer);
    this.#repairTimer = undefined;
    this.#repairIn(delayMs);
  }

  #repairIn(delayMs = 0): void {
    if (this.#repairTimer !== undefined) return;
    const politeMs = this.#options.polite && !this.#isHasty ? REPAIR_TIMES.politeDelayMs : 0;
    const leastAt = Math.max(
      this.#repairedAt + REPAIR_TIMES.leastMs,
      // What it does not know yet is that this end has another network since.
      this.#hastyAt > this.#theirsAt ? -Infinity : this.#theirsAt + REPAIR_TIMES.theirsMs,
    );
    const afterMs = Math.max(delayMs + politeMs, leastAt - performance.now());
    this.#timer.debug('timer set', { for: 'repair', afterMs: Math.round(afterMs) });
    this.#repairTimer = setTimeout(() => {
      this.#repairTimer = undefined;
      this.#timer.debug('timer over', { for: 'repair' });
      const { connectionState } = this.#pc;
      if (connectionState === 'connected' && !this.#silent) return;
      // By something else than this link, which would have ended this.
      if (connectionState === 'closed') return this.#options.onVain();
      this.#interrupt();
      this.#expect();
      if (this.#signalingUp) this.#repair(connectionState);
      this.#repairIn(REPAIR_TIMES.againMs);
    }, afterMs);
  }

  #repair(connectionState: RTCPeerConnectionState): void {
    const { signalingState } = this.#pc;
    const withoutPath = this.#phase !== 'connecting' || connectionState === 'failed';
    const stale = this.#hastyAt > this.#repairedAt;
    this.#repairedAt = performance.now();
    this.#vain += 1;
    if (this.#vain > REPAIRS_IN_VAIN) {
      this.#vain = 0;
      return this.#options.onVain();
    }
    this.#decision.warn('repair', { connectionState, signalingState, withoutPath });
    this.#options.onRepair({ withoutPath, stale });
  }

  #interrupt(): void {
    if (this.#phase !== 'connected') return;
    this.#expect();
    this.#enter('interrupted');
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
