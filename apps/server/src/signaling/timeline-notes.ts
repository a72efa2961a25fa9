/**
 * What the server itself says of a room: in its timeline, if it keeps one, and of signals in the log. Knows what is worth
 * a line; costs next to nothing where nobody wants it.
 */
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import {
  ProtocolError,
  type ClientMessages,
  type ErrorCode,
  type ParticipantId,
  type RelayedSignal,
} from '@video-room/protocol';
import { Rooms, type RoomSnapshot } from '@video-room/rooms';
import { Timeline, type ServerLine, type SignalDeed } from '@video-room/timeline';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import type { SignalingSocket } from './signaling-socket.js';

/** Why a signal goes nowhere: the other end is away and gets it said anew, or as the sender is told. */
export type DropReason = 'away' | Extract<ErrorCode, 'no-such-link' | 'relay-only' | 'queue-full'>;

/** What is about the timeline itself: one that asks again and again would push out all else that is said of it. */
const ABOUT_TIMELINE: ReadonlySet<string> = new Set<keyof ClientMessages>(['clock', 'log', 'timeline']);

@Injectable()
export class TimelineNotes implements OnModuleDestroy {
  readonly #timeline: Timeline;
  readonly #rooms: Rooms;
  readonly #calls: Calls;
  readonly #directory: Directory;
  readonly #log: ServerLog;
  readonly #isLogged: boolean;

  constructor(
    timeline: Timeline,
    rooms: Rooms,
    calls: Calls,
    directory: Directory,
    @Inject(SERVER_LOG) log: ServerLog,
  ) {
    this.#timeline = timeline;
    this.#rooms = rooms;
    this.#calls = calls;
    this.#directory = directory;
    this.#log = log;
    this.#isLogged = log.isLevelEnabled('debug');
    timeline.onFault = (cause) => log.error({ err: cause }, 'a timeline could not be kept');
  }

  start(): void {
    this.#rooms.on('room', ({ room }) => this.#timeline.set(room.name, room.timeline === true));
    this.#rooms.on('away', ({ room, participant: person }) => this.#life(room, 'connection lost', { person }));
    this.#rooms.on('gone', ({ room, participant: person, reason }) =>
      this.#life(room, 'left', { person, detail: { reason } }),
    );
    this.#rooms.on('link', ({ to: person, link: { id: link, peer, state } }) => {
      const room = this.#directory.get(person)?.data.holder.room;
      if (room !== undefined)
        this.#life(room, state === 'open' ? 'link opened' : 'link closed', { person, peer, link });
    });
    this.#rooms.on('closed', ({ room }) => this.#timeline.end(room));
    this.#calls.on('call', ({ room, to: person, call: { id: call, kind, state } }) =>
      this.#life(room, 'call', { person, detail: { call, kind, state } }),
    );
  }

  /** Somebody gets its `ready`. */
  welcomed({ data }: SignalingSocket, { room, admitted, links }: RoomSnapshot): void {
    this.#timeline.set(room.name, room.timeline === true);
    const detail = { admitted, links: links.length };
    this.#life(room.name, 'joined', { person: data.holder.participant, detail });
  }

  /** On the hot path. @param to who is at the other end, if anybody. */
  signal(
    deed: SignalDeed,
    room: string,
    { link, seq, kind, from }: RelayedSignal,
    to: ParticipantId | undefined,
    reason?: DropReason,
  ): void {
    if (!this.#isLogged && !this.#timeline.isOn(room)) return;
    const cause = `${link}:${seq}`;
    if (this.#isLogged) this.#log.debug({ cause, kind, from, to, reason }, deed);
    const detail = { kind, ...(reason && { reason }) };
    this.#timeline.note(room, { text: deed, person: from, ...(to !== undefined && { peer: to }), link, cause, detail });
  }

  /** @param type of the message, if there is such a type. */
  refused({ data }: SignalingSocket, type: string, code: ErrorCode): void {
    const { room, participant: person } = data.holder;
    if (this.#timeline.isOn(room) && !ABOUT_TIMELINE.has(type))
      this.#timeline.note(room, { text: 'message refused', person, detail: { type, code } });
  }

  onModuleDestroy(): void {
    this.#timeline.close();
  }

  #life(room: string, text: string, line: Pick<ServerLine, 'person' | 'peer' | 'link' | 'detail'>): void {
    this.#timeline.note(room, { level: 'info', category: 'session', text, ...line });
  }
}

/** Throws `not-allowed` unless this one's log is wanted: what `ready` says, and the room's setting since. */
export function checkConsent(timeline: Timeline, { data }: SignalingSocket): void {
  const { room, admitted } = data.holder;
  if (admitted && timeline.isOn(room)) return;
  throw new ProtocolError('not-allowed', 'This room keeps no timeline, or one waits to be let in.');
}
