/**
 * Listens whether anything arrives over a peer connection: cheaply as long as all that was played goes on, closely when
 * something has stopped. That sound goes on says little: after an outage browsers may have seconds of it in store.
 */
import { numberIn, pathOf, statsOf } from '../../stats/report.js';
import { FLOW_TIMES, FlowWatch } from './flow-watch.js';

export class LinkEar {
  readonly #pc: RTCPeerConnection;
  readonly #flow = new FlowWatch();
  /** What had arrived when that was last looked at closely. */
  #arrived: Arrived | undefined;
  #closelyAtMs = -Infinity;
  /** Of what was last looked at closely: nothing had arrived since the look before. */
  #isSilent = false;

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /** Called at an even pace. Returns for how long nothing has come, in milliseconds. */
  listen(nowMs: number): number {
    this.#flow.look(nowMs, playedMarks(this.#pc));
    const silentMs = this.#flow.silentMs(nowMs);
    const doubtfulMs = Math.max(silentMs, this.#flow.stoppedMs(nowMs));
    if (doubtfulMs < FLOW_TIMES.doubtMs) {
      this.#arrived = undefined;
      this.#isSilent = false;
    } else if (nowMs - this.#closelyAtMs >= FLOW_TIMES.closelyMs) {
      this.#closelyAtMs = nowMs;
      void this.#listenClosely();
    }
    return this.#isSilent ? doubtfulMs : silentMs;
  }

  async #listenClosely(): Promise<void> {
    // Closed in the meantime, it tells nothing any more.
    const arrived = await arrivedOver(this.#pc).catch(() => undefined);
    // Another path counts anew, and may be chosen before anything has come over it.
    const isSamePath = arrived !== undefined && arrived.path === this.#arrived?.path;
    const isMore = isSamePath && arrived.mark !== this.#arrived?.mark;
    if (isMore) this.#flow.hear(performance.now());
    this.#isSilent = isSamePath && !isMore;
    this.#arrived = arrived;
  }
}

/** What has arrived over a path. */
interface Arrived {
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

/** Of everything on the path in use, keep-alives too. Undefined where there is no path. */
async function arrivedOver(pc: RTCPeerConnection): Promise<Arrived | undefined> {
  const path = pathOf(statsOf(await pc.getStats()));
  return path && { path: path['id'], mark: COUNTERS.map((name) => numberIn(path, name) ?? 0).join() };
}

const COUNTERS = ['bytesReceived', 'requestsReceived', 'responsesReceived'] as const;
