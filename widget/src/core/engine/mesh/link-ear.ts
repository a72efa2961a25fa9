/** Listens whether anything arrives over a peer connection: cheaply as long as something does, closely when nothing seems to. */
import { numberIn, pathOf, statsOf } from '../../stats/report.js';
import { FLOW_TIMES, FlowWatch } from './flow-watch.js';

export class LinkEar {
  readonly #pc: RTCPeerConnection;
  readonly #flow = new FlowWatch();
  /** What had arrived when that was last looked at closely. */
  #arrived: Arrived | undefined;
  #closelyAtMs = -Infinity;

  constructor(pc: RTCPeerConnection) {
    this.#pc = pc;
  }

  /** Called at an even pace. Returns for how long nothing has come, in milliseconds. */
  listen(nowMs: number): number {
    this.#flow.look(nowMs, playedMark(this.#pc));
    const silentMs = this.#flow.silentMs(nowMs);
    if (silentMs < FLOW_TIMES.doubtMs) this.#arrived = undefined;
    else if (nowMs - this.#closelyAtMs >= FLOW_TIMES.closelyMs) {
      this.#closelyAtMs = nowMs;
      void this.#listenClosely();
    }
    return silentMs;
  }

  async #listenClosely(): Promise<void> {
    // Closed in the meantime, it tells nothing any more.
    const arrived = await arrivedOver(this.#pc).catch(() => undefined);
    if (isMore(arrived, this.#arrived)) this.#flow.hear(performance.now());
    this.#arrived = arrived;
  }
}

/** What has arrived over a path. */
interface Arrived {
  readonly path: unknown;
  readonly mark: string;
}

/** Another path counts anew, and may be chosen before anything has come over it. */
function isMore(arrived: Arrived | undefined, before: Arrived | undefined): boolean {
  return before !== undefined && arrived?.path === before.path && arrived?.mark !== before.mark;
}

/** Of what is played: costs next to nothing. Undefined before anything was. */
function playedMark(pc: RTCPeerConnection): string | undefined {
  const times = pc.getReceivers().flatMap((receiver) => receiver.getSynchronizationSources().map((s) => s.timestamp));
  return times.length > 0 ? String(Math.max(...times)) : undefined;
}

/** Of everything on the path in use, keep-alives too. Undefined where there is no path. */
async function arrivedOver(pc: RTCPeerConnection): Promise<Arrived | undefined> {
  const path = pathOf(statsOf(await pc.getStats()));
  return path && { path: path['id'], mark: COUNTERS.map((name) => numberIn(path, name) ?? 0).join() };
}

const COUNTERS = ['bytesReceived', 'requestsReceived', 'responsesReceived'] as const;
