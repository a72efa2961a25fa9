/**
 * The file a person sends to whoever shall find out why a call fails: everything recorded, and nothing that says who they
 * are or where. Loaded when it is asked for.
 */
import { redact, type LogEntry } from '@video-room/log';
import { maskNames } from '../core/mask-names.js';
import type { SessionState } from '../core/session-state.js';
import type { LinkHistory } from '../core/stats/link-history.js';
import type { LogFilter, LogPerson } from './log-filter.js';

/** What is left as it is. By default nothing of it. */
export interface ExportOptions {
  /** Names and identities of people. Default: false, they are called `person 1` and so on. */
  names?: boolean;
  /** Network addresses, tokens and ICE credentials. Default: false. */
  secrets?: boolean;
}

export interface ExportSource {
  readonly entries: readonly LogEntry[];
  readonly filter: Readonly<LogFilter>;
  readonly people: readonly LogPerson[];
  /** What stands for each name and identity, and for the room's name, where they are masked. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly state: SessionState;
  readonly history: LinkHistory | undefined;
}

/** Of this shape of the file. */
const FORMAT_VERSION = 1;

const MASKED = '[masked]';

/** @returns JSON text. */
export async function debugExport(source: ExportSource, options: ExportOptions = {}): Promise<string> {
  const { people, state, history, aliases } = source;
  const { person, text, ...rest } = source.filter;
  // Both may be part of a name.
  const filter = options.names
    ? source.filter
    : { ...rest, ...(person && { person: MASKED }), ...(text && { text: MASKED }) };
  const mask: (value: unknown) => unknown = options.secrets ? (value) => value : redact;
  // Before anything of them becomes text within text, where a line does not begin with what it is known by.
  const entries = mask(source.entries) as readonly LogEntry[];
  const content = {
    format: 'video-room-debug',
    version: FORMAT_VERSION,
    exportedAt: new Date().toISOString(),
    filter,
    configuration: {
      phase: state.phase,
      room: state.room && { ...state.room, name: undefined, metadata: undefined },
      userAgent: navigator.userAgent,
      language: navigator.language,
      secure: globalThis.isSecureContext,
      devices: await devices(),
    },
    people: people.map(({ id, identity, name, own }) => ({ id, identity, name, own })),
    entries,
    links: Object.fromEntries(history?.links ?? []),
    // As the files of chrome://webrtc-internals: what reads those can read this part.
    webrtc: webrtcDump(entries, history),
  };
  return JSON.stringify(mask(content), options.names ? undefined : withoutNames(aliases), 2);
}

function webrtcDump(entries: readonly LogEntry[], history: LinkHistory | undefined): unknown {
  const connections = Object.entries(history?.dump() ?? {}).map(([person, stats], index) => [
    `1-${index + 1}`,
    {
      pid: 1,
      url: '',
      rtcConfiguration: '',
      constraints: '',
      stats,
      updateLog: entries
        .filter((entry) => entry.person === person && (entry.category === 'ice' || entry.category === 'negotiate'))
        .map(({ time, text, detail }) => ({
          time: new Date(time).toISOString(),
          type: text,
          value: JSON.stringify(detail ?? ''),
        })),
    },
  ]);
  return {
    getUserMedia: [],
    PeerConnections: Object.fromEntries(connections) as unknown,
    UserAgent: navigator.userAgent,
    UserAgentData: [],
  };
}

/** How many of each kind; what they are called would tell too much. */
async function devices(): Promise<Record<string, number>> {
  const found: MediaDeviceInfo[] = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const counts: Record<string, number> = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** For `JSON.stringify`: whoever is known is called by a number, wherever a name or identity of theirs stands. */
function withoutNames(aliases: ReadonlyMap<string, string>): (key: string, value: unknown) => unknown {
  const mask = maskNames(aliases);
  return (_key, value) => (typeof value === 'string' ? mask(value) : value);
}
