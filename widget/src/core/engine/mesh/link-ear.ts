/**
 * Listens whether anything arrives over a peer connection: cheaply as long as all that was played goes on, closely when
 * something has stopped. That sound goes on says little: after an outage browsers may have seconds of it in store.
 */
import { numberIn, pathOf, type Stats } from '../../stats/report.js';
import { FLOW_TIMES, FlowWatch } from './flow-watch.js';

export class LinkEar {
  readonly #pc: RTCPeerConnection;
  readonly #flow = new FlowWatch();
  /** What is known by looking closely, as long as it has to be. */
  #doubt: Doubt | undefined;
  #closelyAtMs = -Infinity;
  /** By a clock that stands still while the page is held up. */
  #nowMs = 0;
  #listenedAtMs = -Infinity;

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /**
   * Called at an even pace. Returns for how long nothing has come, or what was played has stopped for that reason, in milliseconds.
   * @param atMs any clock that only goes forward.
   */
  listen(atMs: number): number {
    const passedMs = atMs - this.#listenedAtMs;
    this.#listenedAtMs = atMs;
    if (passedMs <= FLOW_TIMES.heldUpMs) this.#nowMs += passedMs;
    const nowMs = this.#nowMs;
    this.#flow.look(nowMs, playedMarks(this.#pc));
    const silentMs = this.#flow.silentMs(nowMs);
    const doubtfulMs = Math.max(silentMs, this.#flow.stoppedMs(nowMs));
    if (doubtfulMs < FLOW_TIMES.doubtMs) this.#doubt = undefined;
    else if (nowMs - this.#closelyAtMs >= FLOW_TIMES.closelyMs) {
      void this.#listenClosely((this.#doubt ??= { isSilent: false, sinceMs: nowMs }), nowMs);
    }
    return this.#doubt?.isSilent ? doubtfulMs : silentMs;
  }

  /** Whether anything was ever played, so that it can be missed. */
  get hasHeard(): boolean {
    return this.#flow.hasHeard;
  }

  async #listenClosely(doubt: Doubt, nowMs: number): Promise<void> {
    // One look at a time.
    this.#closelyAtMs = Infinity;
    // Closed in the meantime, it tells nothing any more.
    const arrived = await arrivedOver(this.#pc).catch(() => undefined);
    this.#closelyAtMs = nowMs;
    if (!arrived) return;
    const before = doubt.arrived;
    // Another path counts anew, and may be chosen before anything has come over it.
    const isSamePath = arrived.path === before?.path;
    const isMore = before && (arrived.packets > before.packets || (isSamePath && arrived.mark !== before.mark));
    if (isMore && doubt === this.#doubt) this.#flow.hear(this.#nowMs);
    if (isMore || !isSamePath) Object.assign(doubt, { arrived, sinceMs: nowMs });
    else if (nowMs - doubt.sinceMs >= FLOW_TIMES.doubtMs) doubt.isSilent = true;
  }
}

interface Doubt {
  /** Nothing has arrived since for so long that it is no pause of somebody who is silent. */
  isSilent: boolean;
  /** What had arrived when something last had, or when another path was chosen, and when that was looked at. */
  arrived?: Arrived;
  sinceMs: number;
}

/** What has arrived: packets of media over whichever path, and all else over the one in use. */
interface Arrived {
  readonly packets: number;
  readonly path: unknown;
  readonly mark: string;
}

/** When each thing was played that was last: costs next to nothing. -Infinity before anything was. */
const playedMarks = (pc: RTCPeerConnection): number[] =>
  pc
    .getReceivers()
    .map((receiver) => Math.max(...receiver.getSynchronizationSources().map(({ timestamp }) => timestamp)));

/** Of everything, keep-alives too. Undefined where there is no path. */
async function arrivedOver(pc: RTCPeerConnection): Promise<Arrived | undefined> {
  const stats: Stats = await pc.getStats();
  const path = pathOf(stats);
  const media = [...stats.values()].filter(({ type }) => type === 'inbound-rtp');
  return (
    path && {
      packets: media.reduce((sum, stat) => sum + (numberIn(stat, 'packetsReceived') ?? 0), 0),
      path: path['id'],
      mark: COUNTERS.map((name) => numberIn(path, name) ?? 0).join(),
    }
  );
}

const COUNTERS = ['bytesReceived', 'requestsReceived', 'responsesReceived'] as const;
