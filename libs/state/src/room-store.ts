/**
 * The port to wherever rooms are kept. It only stores: it delivers nothing, knows no rules and no clock. Every method
 * is atomic by itself. What is given in and out are copies as far as the caller is concerned: neither side changes a
 * record it has handed over.
 *
 * Nothing that waits for a time (ends of rooms, lost seats, empty rooms) is taken up again from what a store holds when the
 * server starts: the only driver keeps nothing that long. One that does needs that first.
 */
import type { ParticipantId, ParticipantRecord, RelayedSignal, Rights, RoomRecord } from '@video-room/protocol';

/** A room and what the server must remember about it. */
export interface StoredRoom {
  /** Without `watchers` and `attended`, which follow from who is there. */
  record: RoomRecord;
  /** Stays when nobody is in it. */
  lasting: boolean;
  /** Counts the changes of the room itself, from 1. */
  revision: number;
}

/** A seat: one presence in a room and what the server must remember about it. */
export interface Seat {
  participant: ParticipantRecord;
  /** Name of the page's session, from its connect. */
  instance: string;
  /** Names the connection that holds the seat. A connection that no longer holds it must not change it. */
  session: string;
  /** Not shown to others and linked with nobody. */
  hidden: boolean;
  /** False: waits to be let in. */
  admitted: boolean;
  /** Its token says that all its links are relay-only. */
  relayOnly?: true;
  /** The conversation it is in. */
  talk?: string;
  /** What its token grants. `participant.rights` is this as moderation and the stage have changed it. */
  granted: Rights;
  /** What moderation has changed of `granted`. */
  changed?: Partial<Rights>;
  /** Was called on stage: may publish everything until it is sent back. */
  onStage: boolean;
}

/** Somebody was removed from a room, or it was ended for everybody. Both times in milliseconds since 1970. */
export interface Bar {
  /** When: what was issued until then opens the room no more. */
  at: number;
  /** When this may be forgotten. */
  until: number;
}

/** In the place of an identity, which is never empty. */
export const EVERYBODY = '';

/** `full`: there is no free seat. `spent`: a seat of this id was there and was removed; ids of this room never come back. */
export type SeatOutcome = 'seated' | 'full' | 'spent';

/** Bounds of what is held for one participant. */
export interface HoldLimits {
  /** Most signals. */
  signals: number;
  /** Most bytes in all, counted by the caller. */
  bytes: number;
}

export interface RoomCounts {
  rooms: number;
  /** Seats in all rooms, those of people who are away included. */
  participants: number;
}

export interface RoomStore {
  /** Stores the room unless one of that name exists. Returns the one that is stored then. */
  createRoom(room: StoredRoom): Promise<StoredRoom>;
  getRoom(room: string): Promise<StoredRoom | undefined>;
  /** Replaces a room that is still at the revision of `room`, and counts it up. Undefined: it is not, or not there. */
  updateRoom(room: StoredRoom): Promise<StoredRoom | undefined>;
  /** Rooms by name in the order of code units, the first ones after `after`. */
  listRooms(limit: number, after?: string): Promise<StoredRoom[]>;
  /** Deletes the room with everything in it. True for exactly one of all callers. */
  deleteRoom(room: string): Promise<boolean>;
  /** Deletes the room with everything in it if nobody has a seat. Returns whether it did. */
  deleteRoomIfEmpty(room: string): Promise<boolean>;

  /**
   * Takes a seat, or replaces the seat of the same id in place. Those who are admitted and those who wait are counted
   * apart: `capacity` is the most of the seat's own sort. Replacing a seat of the same sort needs no free one.
   */
  takeSeat(room: string, seat: Seat, capacity: number): Promise<SeatOutcome>;
  /** Replaces a seat that is still there. Returns whether it was. */
  updateSeat(room: string, seat: Seat): Promise<boolean>;
  /** Removes a seat and what is held for it. True for exactly one of all callers. */
  removeSeat(room: string, participant: ParticipantId): Promise<boolean>;
  getSeat(room: string, participant: ParticipantId): Promise<Seat | undefined>;
  /** All seats in the order they were first taken. Empty for a room that does not exist. */
  seats(room: string): Promise<Seat[]>;

  /** Keeps a signal for a seat. False if there is no such seat or a limit would be passed. */
  hold(
    room: string,
    participant: ParticipantId,
    signal: RelayedSignal,
    bytes: number,
    limits: HoldLimits,
  ): Promise<boolean>;
  /** Gives out and forgets what was held for a seat, oldest first. */
  takeHeld(room: string, participant: ParticipantId): Promise<RelayedSignal[]>;

  /**
   * Remembers a removal, also when the room is not there any more. A later one replaces an earlier one.
   * @param identity the person; `EVERYBODY`: the room was ended.
   */
  bar(room: string, identity: string, bar: Bar): Promise<void>;
  getBar(room: string, identity: string): Promise<Bar | undefined>;

  counts(): Promise<RoomCounts>;
}
