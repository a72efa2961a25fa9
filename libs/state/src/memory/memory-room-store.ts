/** Rooms in this process's memory: gone when it ends, and enough for one server. */
/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous for drivers that have to wait */
import type { ParticipantId, RelayedSignal } from '@video-room/protocol';
import type { Bar, HoldLimits, RoomCounts, RoomStore, Seat, SeatOutcome, StoredRoom } from '../room-store.js';

interface Held {
  signals: RelayedSignal[];
  bytes: number;
}

interface Room {
  stored: StoredRoom;
  seats: Map<ParticipantId, Seat>;
  held?: Map<ParticipantId, Held>;
  /** Ids of removed seats, oldest first. */
  spent?: Set<ParticipantId>;
}

/** How many removed ids a room remembers. A room must see this many come and go before the oldest could come back. */
const SPENT_IDS = 10_000;

/** How many removals are remembered in all rooms together; beyond that the oldest are forgotten. */
const BARS = 100_000;

export class MemoryRoomStore implements RoomStore {
  readonly #rooms = new Map<string, Room>();
  readonly #bars = new Map<string, Bar>();
  #seatCount = 0;

  async createRoom(stored: StoredRoom): Promise<StoredRoom> {
    const { name } = stored.record;
    let room = this.#rooms.get(name);
    if (!room) this.#rooms.set(name, (room = { stored, seats: new Map() }));
    return room.stored;
  }

  async getRoom(name: string): Promise<StoredRoom | undefined> {
    return this.#rooms.get(name)?.stored;
  }

  async updateRoom(stored: StoredRoom): Promise<StoredRoom | undefined> {
    const room = this.#rooms.get(stored.record.name);
    if (room?.stored.revision !== stored.revision) return undefined;
    return (room.stored = { ...stored, revision: stored.revision + 1 });
  }

  async listRooms(limit: number, after?: string): Promise<StoredRoom[]> {
    const names = [...this.#rooms.keys()].filter((name) => after === undefined || name > after).sort();
    return names.slice(0, limit).flatMap((name) => this.#rooms.get(name)?.stored ?? []);
  }

  async deleteRoom(name: string): Promise<boolean> {
    this.#seatCount -= this.#rooms.get(name)?.seats.size ?? 0;
    return this.#rooms.delete(name);
  }

  async deleteRoomIfEmpty(name: string): Promise<boolean> {
    const room = this.#rooms.get(name);
    return room !== undefined && room.seats.size === 0 && this.#rooms.delete(name);
  }

  async takeSeat(name: string, seat: Seat, capacity: number): Promise<SeatOutcome> {
    const room = this.#rooms.get(name);
    if (!room) throw new Error('a seat was asked for in a room that does not exist');
    const { id } = seat.participant;
    if (room.spent?.has(id)) return 'spent';
    const old = room.seats.get(id);
    if (old?.admitted !== seat.admitted && countOf(room, seat.admitted) >= capacity) return 'full';
    if (!old) this.#seatCount += 1;
    room.seats.set(id, seat);
    return 'seated';
  }

  async updateSeat(name: string, seat: Seat): Promise<boolean> {
    const room = this.#rooms.get(name);
    if (!room?.seats.has(seat.participant.id)) return false;
    room.seats.set(seat.participant.id, seat);
    return true;
  }

  async removeSeat(name: string, participant: ParticipantId): Promise<boolean> {
    const room = this.#rooms.get(name);
    if (!room?.seats.delete(participant)) return false;
    this.#seatCount -= 1;
    room.held?.delete(participant);
    room.spent ??= new Set();
    room.spent.add(participant);
    const [oldest] = room.spent;
    if (room.spent.size > SPENT_IDS && oldest !== undefined) room.spent.delete(oldest);
    return true;
  }

  async getSeat(name: string, participant: ParticipantId): Promise<Seat | undefined> {
    return this.#rooms.get(name)?.seats.get(participant);
  }

  async seats(name: string): Promise<Seat[]> {
    return [...(this.#rooms.get(name)?.seats.values() ?? [])];
  }

  async hold(
    name: string,
    participant: ParticipantId,
    signal: RelayedSignal,
    bytes: number,
    limits: HoldLimits,
  ): Promise<boolean> {
    const room = this.#rooms.get(name);
    if (!room?.seats.has(participant)) return false;
    room.held ??= new Map();
    let held = room.held.get(participant);
    if (!held) room.held.set(participant, (held = { signals: [], bytes: 0 }));
    if (held.signals.length >= limits.signals || held.bytes + bytes > limits.bytes) return false;
    held.signals.push(signal);
    held.bytes += bytes;
    return true;
  }

  async takeHeld(name: string, participant: ParticipantId): Promise<RelayedSignal[]> {
    const room = this.#rooms.get(name);
    const signals = room?.held?.get(participant)?.signals ?? [];
    room?.held?.delete(participant);
    return signals;
  }

  async bar(room: string, identity: string, bar: Bar): Promise<void> {
    const key = barKey(room, identity);
    this.#bars.delete(key);
    this.#bars.set(key, bar);
    const [oldest] = this.#bars.keys();
    if (this.#bars.size > BARS && oldest !== undefined) this.#bars.delete(oldest);
  }

  async getBar(room: string, identity: string): Promise<Bar | undefined> {
    return this.#bars.get(barKey(room, identity));
  }

  async counts(): Promise<RoomCounts> {
    return { rooms: this.#rooms.size, participants: this.#seatCount };
  }
}

function countOf({ seats }: Room, admitted: boolean): number {
  let count = 0;
  for (const seat of seats.values()) if (seat.admitted === admitted) count += 1;
  return count;
}

/** Its length keeps a room's name apart from what follows. */
const barKey = (room: string, identity: string): string => `${room.length}:${room}${identity}`;
