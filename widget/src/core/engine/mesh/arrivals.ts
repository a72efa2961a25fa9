/** What shows that something arrives over a peer connection. */
import { numberIn, pathOf, statsOf } from '../../stats/report.js';

/** Of what is played: costs next to nothing. Undefined before anything was. */
export function playedMark(pc: RTCPeerConnection): string | undefined {
  const times = pc.getReceivers().flatMap((receiver) => receiver.getSynchronizationSources().map((s) => s.timestamp));
  return times.length > 0 ? String(Math.max(...times)) : undefined;
}

/** Of everything on the path in use, keep-alives too. Undefined where there is no path. */
export async function arrivedMark(pc: RTCPeerConnection): Promise<string | undefined> {
  const path = pathOf(statsOf(await pc.getStats()));
  return path && COUNTERS.map((name) => numberIn(path, name) ?? 0).join();
}

const COUNTERS = ['bytesReceived', 'requestsReceived', 'responsesReceived'] as const;
