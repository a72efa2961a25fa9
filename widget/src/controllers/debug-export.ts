/**
 * The file a person sends to whoever shall find out why a call fails: everything recorded, and nothing that says who they
 * are or where. Loaded when it is asked for.
 */
import { redact, type LogEntry } from '@video-room/log';
import { PROTOCOL_VERSION, type IceServer } from '@video-room/protocol';
import type { SessionState } from '../core/session-state.js';
import { filed, FILE_FORMAT, FORMAT_VERSION } from './debug-file.js';
import type { LogFilter, LogPerson } from './log-filter.js';
import { withoutNames } from './masking.js';
import type { DebugHistory } from './room-debug.js';
import { webrtcDump } from './webrtc-dump.js';

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
  readonly history: DebugHistory | undefined;
}

/** Put in by the build. */
declare const VIDEO_ROOM_VERSION: string | undefined;
const ELEMENT_VERSION = typeof VIDEO_ROOM_VERSION === 'string' ? VIDEO_ROOM_VERSION : 'not built';

const MASKED = '[masked]';

/** @returns JSON text. */
export async function debugExport(source: ExportSource, options: ExportOptions = {}): Promise<string> {
  const { people, state, history, aliases } = source;
  const { person, text, ...rest } = source.filter;
  // Both may be part of a name.
  const filter = options.names
    ? source.filter
    : { ...rest, ...(person && { person: MASKED }), ...(text && { text: MASKED }) };
  const hideNames = (value: unknown) => (options.names ? value : withoutNames(value, aliases));
  const hideSecrets = (value: unknown) => (options.secrets ? value : redact(value));
  // Before anything of them becomes text within text.
  const entries = hideSecrets(hideNames(source.entries)) as readonly LogEntry[];
  const iceServers = options.secrets ? state.iceServers : state.iceServers.map(withoutCredentials);
  const content = {
    ...headOf(state),
    filter,
    configuration: {
      phase: state.phase,
      room: state.room && { ...state.room, name: undefined, metadata: undefined },
      iceServers,
      versions: { element: ELEMENT_VERSION, protocol: PROTOCOL_VERSION, server: state.serverVersion },
      userAgent: browser(),
      language: navigator.language,
      secure: globalThis.isSecureContext,
      devices: await devices(),
    },
    people: hideSecrets(hideNames(people.map(({ id, identity, name, own }) => ({ id, identity, name, own })))),
    entries,
    links: Object.fromEntries(history?.links ?? []),
    // As the files of chrome://webrtc-internals: what reads those can read this part.
    webrtc: { ...(hideSecrets(webrtcDump(entries, history, iceServers)) as object), UserAgent: browser() },
  };
  return JSON.stringify(content, undefined, 2);
}

const withoutCredentials = ({ urls }: IceServer): unknown => redact({ urls });

/** A version in four parts looks like an address; the first part says what there is to know. */
const browser = (): string => navigator.userAgent.replace(/(\d+)(?:\.\d+){3}/g, '$1');

/** What has no words of people in it. */
function headOf(state: SessionState): object {
  return {
    format: FILE_FORMAT,
    version: FORMAT_VERSION,
    exportedAt: new Date().toISOString(),
    room: {
      you: state.you,
      kind: state.room?.kind,
      participants: [...state.participants.values()].map(filed),
      links: Object.fromEntries(state.links),
      quality: Object.fromEntries(state.quality),
    },
  };
}

/** How many of each kind; what they are called would tell too much. */
async function devices(): Promise<Record<string, number>> {
  const found: MediaDeviceInfo[] = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  const counts: Record<string, number> = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
