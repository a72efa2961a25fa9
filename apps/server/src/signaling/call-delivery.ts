/**
 * Brings call records to the sockets of those they concern, and tells calls who comes and goes. While somebody's `ready`
 * is being made, what changes meanwhile waits, so that nothing is missed and nothing is told before `ready`. Several can
 * be in the making for one participant: for the socket that takes over its seat, and for the one that has it still, or
 * for one that is let in before it was told that it waits.
 */
import { Inject, Injectable } from '@nestjs/common';
import { Calls } from '@video-room/calls';
import type { CallRecord, ParticipantId } from '@video-room/protocol';
import type { Rooms } from '@video-room/rooms';
import { SERVER_LOG, type ServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { SeatNotes } from './seat-notes.js';
import type { SignalingSocket } from './signaling-socket.js';

/** A `ready` in the making. */
interface Welcome {
  socket: SignalingSocket;
  /** What came meanwhile. */
  early: CallRecord[];
}

@Injectable()
export class CallDelivery {
  readonly #calls: Calls;
  readonly #directory: Directory;
  readonly #notes: SeatNotes;
  readonly #log: ServerLog;
  /** In the order in which they began. */
  readonly #welcomes = new Map<ParticipantId, Welcome[]>();

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
      const welcomes = this.#welcomes.get(to);
      if (welcomes) for (const { early } of welcomes) early.push(call);
      else this.#send(this.#directory.get(to), call);
    });
    this.#calls.on('fault', (cause) => this.#log.error({ err: cause }, 'a call could not be brought on'));
  }

  /**
   * Calls `sayReady` with the calls for a `ready`, and tells afterwards what changed meanwhile. `sayReady` resolves once
   * the `ready` is out, or will never be.
   */
  async welcome<Result>(socket: SignalingSocket, sayReady: (calls: CallRecord[]) => Promise<Result>): Promise<Result> {
    const { holder, acceptedCalls } = socket.data;
    const { room, participant } = holder;
    const welcome: Welcome = { socket, early: [] };
    this.#welcomes.set(participant, [...(this.#welcomes.get(participant) ?? []), welcome]);
    try {
      const noted = acceptedCalls.splice(0);
      if (noted.length > 0) await this.#calls.restore(room, participant, noted);
      return await sayReady(await this.#calls.arrived(room, participant));
    } finally {
      this.#finish(participant, welcome);
    }
  }

  #finish(participant: ParticipantId, welcome: Welcome): void {
    const others = (this.#welcomes.get(participant) ?? []).filter((other) => other !== welcome);
    if (others.length > 0) this.#welcomes.set(participant, others);
    else this.#welcomes.delete(participant);
    const { socket, early } = welcome;
    // One that comes to the same socket after this is the whole truth.
    const isLast = others.every((other) => other.socket !== socket);
    if (isLast && this.#directory.get(participant) === socket) for (const call of early) this.#send(socket, call);
  }

  #note(noted: Promise<void>): void {
    noted.catch((cause: unknown) =>
      this.#log.error({ err: cause }, 'calls could not be told who went or what changed'),
    );
  }

  #send(socket: SignalingSocket | undefined, call: CallRecord): void {
    if (!socket) return;
    socket.emit('call', call);
    // Accepted or no longer: what the seat must remember is another thing now.
    if (call.state !== 'accepted' && call.state !== 'ended') return;
    this.#notes.renew(socket).catch((cause: unknown) => this.#log.error({ err: cause }, 'no new resume key'));
  }
}
