/**
 * Brings call records to the sockets of those they concern, and tells calls who comes and goes. While somebody's `ready`
 * is being made, what changes meanwhile waits, so that nothing is missed and nothing is told before `ready`.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import type { CallRecord, ParticipantId } from '@video-room/protocol';
import type { Rooms } from '@video-room/rooms';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { SeatNotes } from './seat-notes.js';
import type { SignalingSocket } from './signaling-socket.js';

@Injectable()
export class CallDelivery {
  readonly #calls: Calls;
  readonly #directory: Directory;
  readonly #notes: SeatNotes;
  readonly #log: ServerLog;
  /** What came for those whose `ready` is being made. */
  readonly #early = new Map<ParticipantId, CallRecord[]>();

  constructor(calls: Calls, directory: Directory, notes: SeatNotes, @Inject(SERVER_LOG) log: ServerLog) {
    this.#calls = calls;
    this.#directory = directory;
    this.#notes = notes;
    this.#log = log;
  }

  start(rooms: Rooms): void {
    rooms.on('away', ({ room, participant }) => this.#note(this.#calls.away(room, participant)));
    rooms.on('admin-changed', ({ room, participant }) => this.#note(this.#calls.adminChanged(room, participant)));
    rooms.on('gone', ({ room, participant, reason }) => {
      // A room that ended is not there any more, which is how calls know.
      this.#note(this.#calls.left(room, participant, reason === 'room-ended' ? 'removed' : reason));
    });
    this.#calls.on('call', ({ room, to, call }) => {
      const { id, kind, state } = call;
      this.#log.info({ room, participant: to, call: id, kind, state }, 'call');
      const early = this.#early.get(to);
      if (early) early.push(call);
      else this.#send(to, call);
    });
    this.#calls.on('fault', (cause) => this.#log.error({ err: cause }, 'a call could not be brought on'));
  }

  /** The calls for a `ready`. Call `finish` once it is out, or will never be. */
  async begin({ data }: SignalingSocket): Promise<CallRecord[]> {
    const { room, participant } = data.holder;
    this.#early.set(participant, []);
    const noted = data.acceptedCalls.splice(0);
    if (noted.length > 0) await this.#calls.restore(room, participant, noted);
    return this.#calls.arrived(room, participant);
  }

  finish(participant: ParticipantId): void {
    const early = this.#early.get(participant) ?? [];
    this.#early.delete(participant);
    for (const call of early) this.#send(participant, call);
  }

  #note(noted: Promise<void>): void {
    noted.catch((cause: unknown) =>
      this.#log.error({ err: cause }, 'calls could not be told who went or what changed'),
    );
  }

  #send(to: ParticipantId, call: CallRecord): void {
    const socket = this.#directory.get(to);
    if (!socket) return;
    socket.emit('call', call);
    // Accepted or no longer: what the seat must remember is another thing now.
    if (call.state !== 'accepted' && call.state !== 'ended') return;
    this.#notes.renew(socket).catch((cause: unknown) => this.#log.error({ err: cause }, 'no new resume key'));
  }
}
