/**
 * What the log and the browser's reports tell of each link, in the format of the files that chrome://webrtc-internals saves:
 * what reads those can read this. Pure.
 */
import type { LogEntry } from '@video-room/log';
import type { DebugHistory } from './room-debug.js';

interface Update {
  readonly type: string;
  /** JSON text. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

type Detail = Readonly<Record<string, unknown>>;

const state = ({ state: value }: Detail): unknown => value;
const description =
  (type: string) =>
  ({ sdp }: Detail): unknown => ({ type, sdp });

/** What the browser calls what the log tells of. */
const UPDATES: Readonly<Record<string, readonly [type: string, value: (detail: Detail) => unknown]>> = {
  'signaling state': ['onsignalingstatechange', state],
  gathering: ['onicegatheringstatechange', state],
  'ICE state': ['oniceconnectionstatechange', state],
  connection: ['onconnectionstatechange', state],
  'candidate found': ['onicecandidate', (detail) => detail],
  'candidate received': ['addIceCandidate', (detail) => detail],
  'offer made': ['setLocalDescriptionOnSuccess', description('offer')],
  'answer made': ['setLocalDescriptionOnSuccess', description('answer')],
  'offer received': ['setRemoteDescription', description('offer')],
  'answer received': ['setRemoteDescription', description('answer')],
};

export function webrtcDump(
  entries: readonly LogEntry[],
  history: DebugHistory | undefined,
  iceServers: readonly unknown[],
): object {
  const connections = Object.entries(history?.dump() ?? {}).map(([person, stats], index) => [
    `1-${index + 1}`,
    {
      pid: 1,
      rtcConfiguration: JSON.stringify({ iceServers }),
      stats,
      updateLog: entries.flatMap((entry) => (entry.person === person ? updateOf(entry) : [])),
      url: '',
    },
  ]);
  return {
    timestamp: Date.now(),
    getUserMedia: [],
    PeerConnections: Object.fromEntries(connections) as object,
    UserAgent: navigator.userAgent,
    // Only some browsers have it, and TypeScript's types have not.
    UserAgentData: (navigator as { userAgentData?: object }).userAgentData ?? {},
  };
}

function updateOf({ text, time, detail = {} }: LogEntry): Update[] {
  const known = Object.hasOwn(UPDATES, text) ? UPDATES[text] : undefined;
  return known ? [{ type: known[0], value: JSON.stringify(known[1](detail) ?? ''), timestamp: time }] : [];
}
