/**
 * Listens whether anything arrives over a peer connection: cheaply as long as all that was played goes on, closely when
 * something has stopped. That sound goes on says little: after an outage browsers may have seconds of it in store.
 */
import { numberIn, pathOf, statsOf } from '../../stats/report.js';
import { FLOW_TIMES, FlowWatch } from './flow-watch.js';

export class LinkEar {
  readonly #pc: RTCPeerConnection;
  readonly #flow = new FlowWatch();
  /** What is known by looking closely, as long as it has to be. */
  #doubt: Doubt | undefined;
  #closelyAtMs = -Infinity;

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /** Called at an even pace. Returns for how long nothing has come, in milliseconds. */
  listen(nowMs: number): number {
    this.#flow.look(nowMs, playedMarks(this.#pc));
    const silentMs = this.#flow.silentMs(nowMs);
    const doubtfulMs = Math.max(silentMs, this.#flow.stoppedMs(nowMs));
    if (doubtfulMs < FLOW_TIMES.doubtMs) this.#doubt = undefined;
    else if (nowMs - this.#closelyAtMs >= FLOW_TIMES.closelyMs) {
      this.#closelyAtMs = nowMs;
      void this.#listenClosely((this.#doubt ??= { arrived: undefined, isSilent: false }));
    }
    return this.#doubt?.isSilent ? doubtfulMs : silentMs;
  }

  async #listenClosely(doubt: Doubt): Promise<void> {
    // Closed in the meantime, it tells nothing any more.
    const arrived = await arrivedOver(this.#pc).catch(() => undefined);
    const before = doubt.arrived;
    doubt.arrived = arrived;
    if (!arrived || !before) return;
    // Another path counts anew, and may be chosen before anything has come over it.
    const isSamePath = arrived.path === before.path;
    const isMore = arrived.packets > before.packets || (isSamePath && arrived.mark !== before.mark);
    if (isMore) {
      doubt.isSilent = false;
      if (doubt === this.#doubt) this.#flow.hear(performance.now());
    } else if (isSamePath) doubt.isSilent = true;
  }
}

interface Doubt {
  /** What had arrived when that was last looked at. */
  arrived: Arrived | undefined;
  /** Nothing more had than at the look before. */
  isSilent: boolean;
}

/** What has arrived: packets of media over whichever path, and all else over the one in use. */
interface Arrived {
  readonly packets: number;
  readonly path: unknown;
  readonly mark: string;
}

/** Of each thing that is played: costs next to nothing. Undefined before anything was. */
function playedMarks(pc: RTCPeerConnection): (string | undefined)[] {
  return pc.getReceivers().map((receiver) => {
    const times = receiver.getSynchronizationSources().map(({ timestamp }) => timestamp);
    return times.length > 0 ? String(Math.max(...times)) : undefined;
  });
}

/** Of everything, keep-alives too. Undefined where there is no path. */
async function arrivedOver(pc: RTCPeerConnection): Promise<Arrived | undefined> {
  const stats = statsOf(await pc.getStats());
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
