/**
 * One room at a time: what is done in it happens one after the other, and everything that changes is told by the same
 * comparison of before and after. Whoever changes rooms does it through here. Knows no rules of its own.
 */
import type { EventEmitter } from 'node:events';
import type { LeaveReason, ParticipantId } from '@video-room/protocol';
import type { RoomStore, Seat, StoredRoom } from '@video-room/state';
import { differences, type RoomState, type ToldOptions } from './differences.js';
import { Expiries, Turns } from '@video-room/state';
import type { RoomEvents } from './room-events.js';
import { roomSeenBy, seesWatchers } from './visibility.js';

/** A room with everybody in it. */
export interface OpenRoom extends RoomState {
  stored: StoredRoom;
  seats: readonly Seat[];
}

export interface FloorSettings {
  /** How long a room that was made by a token is kept after the last person left, in milliseconds. */
  emptyRoomMs: number;
  /** How long changes of the number of watchers are gathered before they are told, in milliseconds. */
  watchersMs: number;
}

export class Floor {
  readonly store: RoomStore;
  readonly #events: EventEmitter<RoomEvents>;
  readonly #settings: FloorSettings;
  readonly #turns = new Turns();
  readonly #expiries = new Expiries();

  constructor(store: RoomStore, events: EventEmitter<RoomEvents>, settings: FloorSettings) {
    this.store = store;
    this.#events = events;
    this.#settings = settings;
  }

  /** Runs `task` while nothing else happens in the room. */
  alone<Result>(room: string, task: () => Promise<Result>): Promise<Result> {
    return this.#turns.take(room, task);
  }

  /** The room as it is; undefined: there is none. */
  async open(name: string): Promise<OpenRoom | undefined> {
    const [stored, seats] = await Promise.all([this.store.getRoom(name), this.store.seats(name)]);
    return stored && { room: stored.record, stored, seats };
  }

  /** Stores the seats that `change` makes others of, and tells of it. Returns the seats as they are now. */
  async change(before: OpenRoom, change: (seat: Seat) => Seat, options?: ToldOptions): Promise<readonly Seat[]> {
    const seats = before.seats.map(change);
    const { name } = before.room;
    for (const [n, seat] of seats.entries()) {
      if (seat !== before.seats[n]) await this.store.updateSeat(name, seat);
    }
    this.tell(before, { ...before, seats }, options);
    return seats;
  }

  /** Gives up seats for good, and tells of it. */
  async remove(before: OpenRoom, ids: readonly ParticipantId[], leaveReason: LeaveReason): Promise<void> {
    const { name } = before.room;
    const gone = new Set<ParticipantId>();
    for (const id of ids) if (await this.store.removeSeat(name, id)) gone.add(id);
    for (const participant of gone) {
      this.cancel(participant);
      this.#events.emit('gone', { room: name, participant, reason: leaveReason });
    }
    const seats = before.seats.filter(({ participant }) => !gone.has(participant.id));
    this.tell(before, { ...before, seats }, { leaveReason });
    if (seats.length === 0) await this.leaveEmpty(name);
  }

  tell(before: RoomState, after: RoomState, options?: ToldOptions): void {
    const { name } = after.room;
    const told = differences(before, after, options);
    for (const news of told.closed) this.#events.emit('link', news);
    for (const news of told.participants) this.#events.emit('participant', { room: name, ...news });
    for (const news of told.opened) this.#events.emit('link', news);
    for (const news of told.rooms) this.#events.emit('room', news);
    if (told.watchers) this.#tellWatchersSoon(name);
  }

  /** Runs `task` alone in the room after `delayMs`, unless cancelled by this name. Its failure is told as a fault. */
  later(name: string, room: string, delayMs: number, task: () => Promise<void>): void {
    this.#expiries.set(name, delayMs, () => {
      this.alone(room, task).catch((cause: unknown) => this.#events.emit('fault', cause));
    });
  }

  cancel(name: string): void {
    this.#expiries.cancel(name);
  }

  /** Nobody is in the room any more: it goes after a while, if it is not to stay. */
  async leaveEmpty(name: string): Promise<void> {
    const goes = async () => {
      const stored = await this.store.getRoom(name);
      const isGone = stored && !stored.lasting && (await this.store.deleteRoomIfEmpty(name));
      if (isGone) this.#events.emit('closed', { room: name });
    };
    if (this.#settings.emptyRoomMs === 0) await goes();
    else this.later(emptyTimer(name), name, this.#settings.emptyRoomMs, goes);
  }

  /** Somebody is in the room again. */
  keep(name: string): void {
    this.cancel(emptyTimer(name));
  }

  /** Forgets everything that is pending. */
  close(): void {
    this.#expiries.clear();
  }

  /** Many come and go at once when a broadcast begins: each change alone would be a message to every broadcaster. */
  #tellWatchersSoon(name: string): void {
    const timer = `watchers of ${name}`;
    if (this.#expiries.has(timer)) return;
    this.later(timer, name, this.#settings.watchersMs, async () => {
      const state = await this.open(name);
      const concerned = state?.seats.filter((seat) => seesWatchers(state.room, seat)) ?? [];
      const [first] = concerned;
      if (!state || !first) return;
      const room = roomSeenBy(state.room, first, state.seats);
      this.#events.emit('room', { room, to: concerned.map(({ participant }) => participant.id) });
    });
  }
}

const emptyTimer = (name: string): string => `empty ${name}`;
