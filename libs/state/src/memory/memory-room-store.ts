/** Rooms in this process's memory: gone when it ends, and enough for one server. */
/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous for drivers that have to wait */
import type { ParticipantId, RelayedSignal, RoomRecord } from '@video-room/protocol';
import type { HoldLimits, RoomCounts, RoomStore, Seat, SeatOutcome } from '../room-store.js';

interface Held {
  signals: RelayedSignal[];
  bytes: number;
}

interface Room {
  record: RoomRecord;
  seats: Map<ParticipantId, Seat>;
  held?: Map<ParticipantId, Held>;
  /** Ids of removed seats, oldest first. */
  spent?: Set<ParticipantId>;
}

/** How many removed ids a room remembers. A room must see this many come and go before the oldest could come back. */
const SPENT_IDS = 10_000;

export class MemoryRoomStore implements RoomStore {
  readonly #rooms = new Map<string, Room>();
  #seatCount = 0;

  async createRoom(record: RoomRecord): Promise<RoomRecord> {
    let room = this.#rooms.get(record.name);
    if (!room) {
      room = { record, seats: new Map() };
      this.#rooms.set(record.name, room);
    }
    return room.record;
  }

  async getRoom(name: string): Promise<RoomRecord | undefined> {
    return this.#rooms.get(name)?.record;
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
    if (!room.seats.has(id)) {
      if (room.seats.size >= capacity) return 'full';
      this.#seatCount += 1;
    }
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

  async counts(): Promise<RoomCounts> {
    return { rooms: this.#rooms.size, participants: this.#seatCount };
  }
}
