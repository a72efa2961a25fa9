/**
 * Reads a file that `debug.export()` wrote, for looking at it without a call. The file may come from anybody: whatever is not
 * as it should be is refused.
 */
import { CATEGORIES, LEVELS, LogBus, type LogEntry } from '@video-room/log';
import {
  DEFAULT_CHOICES,
  MEDIA_SOURCES,
  NO_MEDIA,
  ROOM_KINDS,
  type ParticipantRecord,
  type RoomKind,
  type RoomRecord,
} from '@video-room/protocol';
import { INITIAL_STATE, type LinkPhase, type SessionState } from '../core/session-state.js';
import type { Flow, LinkSample, PathEnd } from '../core/stats/link-sample.js';
import { SAMPLES_KEPT } from '../core/stats/link-history.js';
import type { ConnectionQuality } from '../core/stats/quality.js';
import { FILE_FORMAT, FORMAT_VERSION, type FiledParticipant } from './debug-file.js';
import type { LogPerson } from './log-filter.js';
import {
  fields,
  listOf,
  mapOf,
  maybe,
  number,
  objectOf,
  oneOf,
  text,
  truth,
  Unreadable,
  type Read,
} from './reading.js';
import { RoomDebug } from './room-debug.js';

/** Longest file, in bytes. */
export const MOST_BYTES = 50_000_000;
/** Longest single text; a description may have 61,440 characters. */
const MOST_TEXT = 100_000;
const MOST_ENTRIES = 10_000;
const MOST_PEOPLE = 5_000;
/** How deeply the particulars of an entry may be nested. */
const MOST_DEPTH = 8;

/**
 * `too-large`: more than `MOST_BYTES`. `not-json`: no JSON text. `not-a-log`: JSON of something else. `other-version`: written
 * by another version. `damaged`: something in it, `at`, is not as it should be.
 */
export type FileFaultCode = 'too-large' | 'not-json' | 'not-a-log' | 'other-version' | 'damaged';

export class FileFault extends Error {
  constructor(
    readonly code: FileFaultCode,
    readonly at = '',
  ) {
    super(`${code} ${at}`.trim());
  }
}

const person: Read<LogPerson> = fields<LogPerson>({ id: text(), identity: text(), name: text(), own: truth });

const entry = fields<Omit<LogEntry, 'id'>>({
  time: number,
  level: oneOf(LEVELS),
  category: oneOf(CATEGORIES),
  person: maybe(text()),
  text: text(),
  detail: maybe(detailOf),
  cause: maybe(text()),
  own: maybe(truth) as Read<true>,
});

function detailOf(value: unknown, at: string): Record<string, unknown> {
  const detail = objectOf(MOST_DEPTH)(value, at);
  for (const [name, each] of Object.entries(detail))
    if (typeof each === 'string') text(MOST_TEXT)(each, `${at}.${name}`);
  return detail;
}

const end = fields<PathEnd>({ type: text(), protocol: text() });
const flow = fields<Flow>({
  kbps: number,
  width: maybe(number),
  height: maybe(number),
  framesPerSecond: maybe(number),
  codec: text(),
});
const sample = fields<LinkSample>({
  time: number,
  local: maybe(end),
  remote: maybe(end),
  ice: maybe(text()),
  dtls: maybe(text()),
  rttMs: maybe(number),
  jitterMs: maybe(number),
  lossIn: number,
  lossOut: number,
  videoIn: flow,
  videoOut: flow,
  audioIn: flow,
  audioOut: flow,
  inKbps: number,
  outKbps: number,
  roomKbps: maybe(number),
  limitation: maybe(text()),
  freezes: number,
});

const participant = fields<FiledParticipant>({
  id: text(),
  connection: oneOf(['online', 'away', 'left']),
  inCall: truth,
  live: truth,
  watching: truth,
  publish: listOf(oneOf(MEDIA_SOURCES), MEDIA_SOURCES.length),
  subscribe: truth,
});

const PHASES: readonly LinkPhase[] = ['connecting', 'connected', 'interrupted', 'failed'];
const QUALITIES: readonly ConnectionQuality[] = ['good', 'fair', 'poor'];

interface Room {
  you: string | undefined;
  kind: RoomKind | undefined;
  participants: FiledParticipant[];
  links: Map<string, LinkPhase>;
  quality: Map<string, ConnectionQuality>;
}

const file = fields<{
  exportedAt: string;
  people: LogPerson[];
  entries: Omit<LogEntry, 'id'>[];
  links: Map<string, LinkSample[]>;
  room: Room;
}>({
  exportedAt: text(),
  people: listOf(person, MOST_PEOPLE),
  entries: listOf(entry, MOST_ENTRIES),
  links: mapOf(listOf(sample, SAMPLES_KEPT), MOST_PEOPLE),
  room: fields<Room>({
    you: maybe(text()),
    kind: maybe(oneOf(ROOM_KINDS)),
    participants: listOf(participant, MOST_PEOPLE),
    links: mapOf(oneOf(PHASES), MOST_PEOPLE),
    quality: mapOf(oneOf(QUALITIES), MOST_PEOPLE),
  }),
});

/**
 * What the overlay shows of a file.
 *
 * @param content its text.
 * @throws FileFault
 */
export function readDebugFile(content: string): RoomDebug {
  const { exportedAt, people, entries, links, room } = contentOf(content);
  const endedAt = Date.parse(exportedAt);
  if (Number.isNaN(endedAt)) throw new FileFault('damaged', 'exportedAt');
  const bus = new LogBus();
  const history = { links, dump: () => ({}) };
  const debug = new RoomDebug(bus, () => undefined, { history: () => history, now: () => endedAt });
  for (const each of entries) bus.write(each);
  const everybody = new Map(people.map((each) => [each.id, recordOf(each)]));
  const you = room.you ?? people.find(({ own }) => own)?.id;
  const base: SessionState = { ...INITIAL_STATE, ...(you !== undefined && { you }) };
  // Of those who have left, too, the log tells by name.
  debug.learn({ ...base, participants: everybody });
  debug.learn({
    ...base,
    ...(room.kind && { room: roomOf(room.kind) }),
    participants: new Map(
      room.participants.flatMap((filed) => {
        const known = everybody.get(filed.id);
        return known ? [[filed.id, { ...known, ...stateOf(filed) }] as const] : [];
      }),
    ),
    links: room.links,
    quality: room.quality,
  });
  return debug;
}

function contentOf(content: string): ReturnType<typeof file> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw new FileFault('not-json');
  }
  const { format, version } = Object(parsed) as Record<string, unknown>;
  if (format !== FILE_FORMAT) throw new FileFault('not-a-log');
  if (version !== FORMAT_VERSION) throw new FileFault('other-version');
  try {
    return file(parsed, 'file');
  } catch (error) {
    throw error instanceof Unreadable ? new FileFault('damaged', error.at) : error;
  }
}

const recordOf = ({ id, identity, name }: LogPerson): ParticipantRecord => ({
  id,
  identity,
  name,
  metadata: '',
  attributes: {},
  connection: 'left',
  media: { ...NO_MEDIA },
  choices: DEFAULT_CHOICES,
  inCall: false,
  rights: { publish: [], subscribe: false, publishData: false, admin: false },
  joinedAt: 0,
});

const stateOf = ({ connection, inCall, live, watching, publish, subscribe }: FiledParticipant) => ({
  connection,
  inCall,
  choices: { ...DEFAULT_CHOICES, live, watching },
  rights: { publish: [...publish], subscribe, publishData: false, admin: false },
});

const roomOf = (kind: RoomKind): RoomRecord => ({
  name: '',
  kind,
  access: 'open',
  capacity: 0,
  metadata: '',
  showWatchers: false,
  createdAt: 0,
});
