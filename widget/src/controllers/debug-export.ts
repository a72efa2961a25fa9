/**
 * The file a person sends to whoever shall find out why a call fails: everything recorded, and nothing that says who they
 * are or where. Loaded when it is asked for.
 */
import { redact, type LogEntry } from '@video-room/log';
import { PROTOCOL_VERSION } from '@video-room/protocol';
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
  const mask: (value: unknown) => unknown = options.secrets ? (value) => value : redact;
  // Before anything of them becomes text within text, where a line does not begin with what it is known by.
  const entries = mask(source.entries) as readonly LogEntry[];
  const content = {
    filter,
    configuration: {
      phase: state.phase,
      room: state.room && { ...state.room, name: undefined, metadata: undefined },
      versions: { element: ELEMENT_VERSION, protocol: PROTOCOL_VERSION, server: state.serverVersion },
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
  const masked = JSON.stringify(mask(content), options.names ? undefined : withoutNames(aliases));
  return JSON.stringify({ ...headOf(state), ...(JSON.parse(masked) as object) }, undefined, 2);
}

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
