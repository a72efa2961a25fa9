/** What those who moderate, or a site's backend, do to a room and the people in it. Whether they may is not decided here. */
import type { EventEmitter } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ParticipantId, Rights, RoomAccess, RoomRecord } from '@video-room/protocol';
import { EVERYBODY, type Seat, type StoredRoom } from '@video-room/state';
import type { Door } from './door.js';
import type { Floor, OpenRoom } from './floor.js';
import { withRights } from './rights.js';
import type { RoomEvents } from './room-events.js';

/** What is to be changed of a room; what is left out stays, `endsAt: null` takes the end away. */
export type RoomChange = Partial<
  Pick<RoomRecord, 'kind' | 'access' | 'capacity' | 'metadata' | 'showWatchers'> & {
    endsAt: number | null;
    timeline: boolean;
    relayOnly: boolean;
  }
>;

/** `stale`: the room is not as whoever asked thought. `occupied`: its kind cannot change while people are inside. */
export type RoomChanged =
  { outcome: 'created' | 'changed'; room: StoredRoom } | { outcome: 'stale' | 'occupied'; room?: undefined };

export interface ParticipantChange {
  name?: string;
  rights?: Partial<Rights>;
}

/**
 * How long a removal or an end is remembered, in milliseconds. A token is shown within a day of its end, but may have been made
 * long before that.
 */
const BARRED_MS = 30 * 24 * 60 * 60 * 1000;

/** The longest that the room waits before a removal or its end is told, in milliseconds: where the clock was put back. */
const TELLING_MS = 1000;

export class Moderation {
  readonly #floor: Floor;
  readonly #door: Door;
  readonly #events: EventEmitter<RoomEvents>;
  readonly #now: () => number;

  constructor(floor: Floor, door: Door, events: EventEmitter<RoomEvents>, now: () => number) {
    this.#floor = floor;
    this.#door = door;
    this.#events = events;
    this.#now = now;
  }

  /** Makes a lasting room like `fresh`, or changes the one that is there, if `fits` says that it is as expected. */
  changeRoom(
    fresh: RoomRecord,
    change: RoomChange,
    fits: (current: StoredRoom | undefined) => boolean,
  ): Promise<RoomChanged> {
    return this.#floor.alone(fresh.name, async () => {
      for (;;) {
        const current = await this.#floor.open(fresh.name);
        if (!fits(current?.stored)) return { outcome: 'stale' };
        const record = changedRoom(current?.room ?? fresh, change);
        if (!current) {
          const made = { record, lasting: true, revision: 1 };
          const room = await this.#floor.store.createRoom(made);
          if (!isDeepStrictEqual(room, made)) continue;
          this.#endInTime(record);
          return { outcome: 'created', room };
        }
        if (record.kind !== current.room.kind && current.seats.length > 0) return { outcome: 'occupied' };
        const room = await this.#replace(current, record, true);
        if (!room) continue;
        this.#endInTime(record);
        return { outcome: 'changed', room };
      }
    });
  }

  /** Says who may walk in from now on. The room stays no longer for it than it would. Returns whether there is one. */
  setAccess(name: string, access: RoomAccess): Promise<boolean> {
    return this.#floor.alone(name, async () => {
      for (;;) {
        const current = await this.#floor.open(name);
        if (!current) return false;
        if (await this.#replace(current, { ...current.room, access }, current.stored.lasting)) return true;
      }
    });
  }

  /** Ends a room for all. Returns whether there was one. */
  endRoom(name: string, message?: string): Promise<boolean> {
    return this.#floor.alone(name, () => this.#end(name, message));
  }

  /** Changes somebody's name or rights. Returns the seat as it is then, undefined if there is none. */
  changeParticipant(room: string, id: ParticipantId, { name, rights }: ParticipantChange): Promise<Seat | undefined> {
    return this.#floor.alone(room, async () => {
      const before = await this.#floor.open(room);
      return (
        before &&
        this.#changeSeat(before, id, (seat) => {
          const renamed = name === undefined ? seat : { ...seat, participant: { ...seat.participant, name } };
          if (!rights) return renamed;
          const onStage = seat.onStage && rights.publish === undefined;
          return withRights(renamed, { changed: { ...seat.changed, ...rights }, onStage });
        })
      );
    });
  }

  /** What a newer token grants counts from now on. To be called while nothing else happens in the room. */
  async regrant(before: OpenRoom, id: ParticipantId, granted: Rights): Promise<void> {
    await this.#changeSeat(before, id, (seat) => {
      const { onStage, changed } = seat;
      if (isDeepStrictEqual(seat.granted, granted)) return seat;
      return withRights(seat, { granted, onStage, ...(changed && { changed }) });
    });
  }

  /**
   * Removes a person, on all its devices, and bars what was issued to it until now. Returns whether the participant was
   * there.
   */
  removeParticipant(room: string, id: ParticipantId, message?: string): Promise<boolean> {
    return this.#floor.alone(room, async () => {
      const before = await this.#floor.open(room);
      const identity = before?.seats.find(({ participant }) => participant.id === id)?.participant.identity;
      if (identity === undefined) return false;
      await this.#remove(room, identity, before, message);
      return true;
    });
  }

  /** The same of somebody who need not be there. */
  removePerson(room: string, identity: string, message?: string): Promise<void> {
    return this.#floor.alone(room, async () => this.#remove(room, identity, await this.#floor.open(room), message));
  }

  async #remove(room: string, identity: string, before: OpenRoom | undefined, message?: string): Promise<void> {
    const seats = before?.seats.filter(({ participant }) => participant.identity === identity) ?? [];
    await this.#bar(room, identity, seats);
    for (const seat of seats) this.#sayEnded(room, seat, 'removed', message);
    const ids = seats.map(({ participant }) => participant.id);
    if (before && ids.length > 0) await this.#floor.remove(before, ids, 'removed');
  }

  /** What was issued until now opens the room no more, and what is issued once this is done does. */
  async #bar(room: string, identity: string, seats: readonly Seat[]): Promise<void> {
    // Of people who come at once, each is said to have come a little after the one before: perhaps later than now.
    const at = Math.max(this.#now(), ...seats.map(({ participant }) => participant.joinedAt));
    await this.#floor.store.bar(room, identity, { at, until: at + BARRED_MS });
    // Whoever hears of it may make a token at once, which must be told from one of the same millisecond that was made before.
    // One millisecond more, as a timer may come a part of one early.
    if (this.#now() <= at) await after(Math.min(at + 2 - this.#now(), TELLING_MS));
  }

  /** Returns the seat as it is then, undefined if there is none. */
  async #changeSeat(before: OpenRoom, id: ParticipantId, change: (seat: Seat) => Seat): Promise<Seat | undefined> {
    const seats = await this.#floor.change(before, (seat) => (seat.participant.id === id ? change(seat) : seat));
    const [was, is] = [before.seats, seats].map((all) => all.find(({ participant }) => participant.id === id));
    if (is && is.participant.rights.admin !== was?.participant.rights.admin) {
      this.#events.emit('admin-changed', { room: before.room.name, participant: id });
    }
    return is;
  }

  /** Undefined: somebody else has changed the room meanwhile. */
  async #replace(current: OpenRoom, record: RoomRecord, lasting: boolean): Promise<StoredRoom | undefined> {
    const { stored } = current;
    if (stored.lasting === lasting && isDeepStrictEqual(record, current.room)) return stored;
    const room = await this.#floor.store.updateRoom({ ...stored, record, lasting });
    if (!room) return undefined;
    const changed = { ...current, room: record, stored: room };
    this.#floor.tell(current, changed);
    await this.#door.settle(changed);
    return room;
  }

  async #end(name: string, message?: string): Promise<boolean> {
    const { store } = this.#floor;
    const seats = await store.seats(name);
    if (!(await store.getRoom(name))) return false;
    // They would end another room of this name, made while this one waits for the clock.
    this.#floor.cancel(endTimer(name));
    this.#floor.keep(name);
    await this.#bar(name, EVERYBODY, seats);
    await store.deleteRoom(name);
    for (const seat of seats) {
      const participant = seat.participant.id;
      this.#floor.cancel(participant);
      this.#events.emit('gone', { room: name, participant, reason: 'room-ended' });
      this.#sayEnded(name, seat, 'room-ended', message);
    }
    this.#events.emit('closed', { room: name });
    return true;
  }

  #endInTime({ name, endsAt }: RoomRecord): void {
    if (endsAt === undefined) return this.#floor.cancel(endTimer(name));
    this.#floor.later(endTimer(name), name, Math.max(0, endsAt - this.#now()), async () => {
      await this.#end(name);
    });
  }

  #sayEnded(room: string, seat: Seat, reason: 'removed' | 'room-ended', message: string | undefined): void {
    const { participant, session } = seat;
    this.#events.emit('ended', {
      room,
      participant: participant.id,
      session,
      reason,
      ...(message !== undefined && { message }),
    });
  }
}

const endTimer = (name: string): string => `end of ${name}`;

function changedRoom(room: RoomRecord, { endsAt, timeline, relayOnly, ...change }: RoomChange): RoomRecord {
  const changed = { ...room, ...change };
  if (timeline) changed.timeline = true;
  else if (timeline === false) delete changed.timeline;
  if (relayOnly) changed.relayOnly = true;
  else if (relayOnly === false) delete changed.relayOnly;
  if (endsAt === null) delete changed.endsAt;
  else if (endsAt !== undefined) changed.endsAt = endsAt;
  return changed;
}
