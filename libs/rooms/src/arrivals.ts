/** Who gets which seat: whether somebody may come in at all, walks in or waits, and takes the seat it had or another. */
import { LIMITS, ProtocolError, type RoomAccess, type RoomRecord } from '@video-room/protocol';
import { EVERYBODY, type RoomStore, type Seat } from '@video-room/state';
import type { JoinRequest, Visitor } from './join-request.js';
import { newParticipantId } from './participant-id.js';
import { isAdmitted, roomClosed, seatFor } from './seating.js';

/** What of a token can be taken back. */
type TokenOfRoom = Pick<JoinRequest, 'room' | 'identity' | 'issuedAt'>;

export class Arrivals {
  readonly #store: RoomStore;
  readonly #now: () => number;

  constructor(store: RoomStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Throws `removed` and `room-closed` for what was issued before a removal or the room's end. A token made since then is
   * good, but a resume key from before is not: returns the request without what it brought.
   */
  async check(request: JoinRequest): Promise<JoinRequest> {
    const { at } = await this.checkToken(request);
    if (!request.resume || request.resume.joinedAt > at) return request;
    const fresh = { ...request, walksIn: request.rights.admin };
    delete fresh.resume;
    delete fresh.talk;
    return fresh;
  }

  /** The same of the token alone. Returns when something was taken back last, 0 for never. */
  async checkToken(token: TokenOfRoom): Promise<{ at: number }> {
    const { removed, ended, at } = await this.#takenBack(token);
    if (removed) throw new ProtocolError('removed', 'The participant was removed from the room.');
    if (ended) throw roomClosed();
    return { at };
  }

  /** What the room's access would be for whoever comes now; nothing changes. Throws `removed`. */
  async foresee(visitor: Visitor): Promise<RoomAccess> {
    const { removed, ended } = await this.#takenBack(visitor);
    if (ended && !removed) return 'closed';
    await this.checkToken(visitor);
    if (visitor.rights.admin) return 'open';
    return (await this.#store.getRoom(visitor.room))?.record.access ?? visitor.settings.access ?? 'open';
  }

  /** Takes a seat for somebody. Throws `room-full`, `room-closed`. */
  async seat(room: RoomRecord, request: JoinRequest, before: readonly Seat[]): Promise<Seat> {
    const { resume } = request;
    const had = before.find(({ participant }) => participant.id === resume?.participant);
    const admitted = isAdmitted(room.access, request.walksIn, had);
    // Waiting costs little, but not nothing.
    const capacity = admitted ? room.capacity : LIMITS.roomCapacity;
    const now = this.#arrival(before);
    // Whoever hides, or hides no longer, is somebody else to the others.
    if (resume && (!had || had.hidden === request.hidden)) {
      const { participant: id, joinedAt } = resume;
      const talk = had ? had.talk : request.talk;
      const seat = seatFor(request, { id, joinedAt, now, admitted, old: had, talk });
      const outcome = await this.#store.takeSeat(room.name, seat, capacity);
      if (outcome === 'seated') return seat;
      if (outcome === 'full') throw roomFull();
      // It was there and was let go of: that makes it somebody new.
      if (room.access === 'closed' && !request.rights.admin) throw roomClosed();
    }
    const seat = seatFor(request, { id: newParticipantId(now), joinedAt: now, now, admitted });
    if ((await this.#store.takeSeat(room.name, seat, capacity)) === 'full') throw roomFull();
    return seat;
  }

  /** Whether the token was made before its holder was removed, or before the room was ended; and when that was last. */
  async #takenBack({ room, identity, issuedAt }: TokenOfRoom) {
    const [removedAt, endedAt] = await Promise.all([this.#barredAt(room, identity), this.#barredAt(room, EVERYBODY)]);
    const isBefore = (at: number) => at > 0 && (issuedAt === undefined || issuedAt <= at);
    return { removed: isBefore(removedAt), ended: isBefore(endedAt), at: Math.max(removedAt, endedAt) };
  }

  async #barredAt(room: string, identity: string): Promise<number> {
    const bar = await this.#store.getBar(room, identity);
    return bar && bar.until > this.#now() ? bar.at : 0;
  }

  /** The time now, or just after the last of those who are there came: of two people, one always came first. */
  #arrival(before: readonly Seat[]): number {
    return Math.max(this.#now(), ...before.map(({ participant }) => participant.joinedAt + 1));
  }
}

export const roomFull = () => new ProtocolError('room-full', 'All seats of the room are taken.');
