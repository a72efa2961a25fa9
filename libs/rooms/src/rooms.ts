/**
 * Who is in which room. Seats people, keeps their seat while they are away, and lets go of it exactly once. All
 * changes of a room happen one after the other, so what it emits is what happened, in that order. It knows no sockets:
 * a connection is a name (`session`), and only the one that holds a seat can change it.
 */
import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import {
  ProtocolError,
  type LeaveReason,
  type LinkRecord,
  type MediaState,
  type ParticipantId,
  type ParticipantRecord,
  type Rights,
  type RoomKind,
  type RoomRecord,
  type UpdateMessage,
} from '@video-room/protocol';
import type { RoomStore, Seat } from '@video-room/state';
import { Expiries } from './expiries.js';
import { changedLinks, fromOtherEnd, linksOf } from './links.js';
import { newParticipantId } from './participant-id.js';
import type { RoomEvents } from './room-events.js';
import { Turns } from './turns.js';

export interface RoomsSettings {
  /** Most people in a room that was not made with its own capacity. */
  capacity: number;
  /** How long a lost connection's seat is kept, in milliseconds. */
  awayGraceMs: number;
  /** How long the seat of a page that said it may return is kept, in milliseconds. */
  returnGraceMs: number;
}

/** Somebody who may come in: everything here has been verified. */
export interface JoinRequest {
  room: string;
  settings: { kind?: RoomKind; capacity?: number; metadata?: string };
  identity: string;
  /** What it wants to be called; undefined: as before, or `fallbackName`. */
  name?: string;
  fallbackName: string;
  metadata: string;
  attributes: Record<string, string>;
  rights: Rights;
  hidden: boolean;
  media?: MediaState;
  instance: string;
  session: string;
  /** The seat it had. */
  resume?: { participant: ParticipantId; joinedAt: number };
}

/** Names a seat and the connection that claims to hold it. */
export interface SeatHolder {
  room: string;
  participant: ParticipantId;
  session: string;
}

/** A room as one participant may know it. */
export interface RoomSnapshot {
  room: RoomRecord;
  you: ParticipantRecord;
  participants: ParticipantRecord[];
  links: LinkRecord[];
}

export class Rooms extends EventEmitter<RoomEvents> {
  readonly #store: RoomStore;
  readonly #settings: RoomsSettings;
  readonly #now: () => number;
  readonly #turns = new Turns();
  readonly #expiries = new Expiries();
  #lastArrival = 0;

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(store: RoomStore, settings: RoomsSettings, now: () => number = Date.now) {
    super();
    this.#store = store;
    this.#settings = settings;
    this.#now = now;
  }

  /** Seats somebody, in the seat it had if there is one. Throws `room-full`. */
  join(request: JoinRequest): Promise<SeatHolder & { joinedAt: number }> {
    return this.#turns.take(request.room, async () => {
      const room = await this.#store.createRoom(this.#newRoom(request));
      const before = await this.#store.seats(room.name);
      const seat = await this.#seat(room, request, before);
      const { id } = seat.participant;
      this.#expiries.cancel(id);
      const old = before.find(({ participant }) => participant.id === id);
      this.#tellChange(room, before, old, seat);
      if (old?.participant.connection === 'online' && old.session !== seat.session) {
        this.emit('replaced', { participant: id, session: old.session });
      }
      const { joinedAt } = seat.participant;
      return { room: room.name, participant: id, session: request.session, joinedAt };
    });
  }

  /**
   * Calls `use` with the whole truth at a moment when nothing else happens in the room, so that every later event is
   * news. Returns false, without a call, if the connection does not hold the seat any more.
   */
  look(holder: SeatHolder, use: (snapshot: RoomSnapshot) => void): Promise<boolean> {
    return this.#turns.take(holder.room, async () => {
      const [room, seats] = await Promise.all([this.#store.getRoom(holder.room), this.#store.seats(holder.room)]);
      const own = seats.find(({ participant }) => participant.id === holder.participant);
      if (!room || own?.session !== holder.session) return false;
      const participants = seats.filter((seat) => seat === own || !seat.hidden).map((seat) => seat.participant);
      participants.sort((one, other) => one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1));
      use({ room, you: own.participant, participants, links: linksOf(room.kind, own, seats) });
      return true;
    });
  }

  /** Changes what a participant says of itself. Throws `not-allowed` for a source it may not send. */
  update(holder: SeatHolder, { name, media }: UpdateMessage): Promise<void> {
    return this.#turns.take(holder.room, async () => {
      const seat = await this.#held(holder);
      if (!seat) return;
      const { participant } = seat;
      if (media && !isDeepStrictEqual(media, allowedMedia(media, participant.rights))) {
        throw new ProtocolError('not-allowed', 'The token does not allow to send this.');
      }
      await this.#change(holder.room, seat, { ...(name !== undefined && { name }), ...(media && { media }) });
    });
  }

  /** The connection is lost: the seat is kept for the grace time. */
  disconnect(holder: SeatHolder): Promise<void> {
    return this.#keepAway(holder, this.#settings.awayGraceMs);
  }

  /** The participant leaves, for good or, with `returning`, perhaps for a moment. */
  leave(holder: SeatHolder, returning = false): Promise<void> {
    if (returning) return this.#keepAway(holder, this.#settings.returnGraceMs);
    return this.#turns.take(holder.room, async () => {
      if (await this.#held(holder)) await this.#remove(holder.room, holder.participant, 'left');
    });
  }

  /** Forgets every pending expiry; the process is about to end. */
  close(): void {
    this.#expiries.clear();
    this.removeAllListeners();
  }

  #newRoom({ room, settings }: JoinRequest): RoomRecord {
    const { kind = 'meeting', capacity = this.#settings.capacity, metadata = '' } = settings;
    return { name: room, kind, capacity, metadata, createdAt: this.#now() };
  }

  async #seat(room: RoomRecord, request: JoinRequest, before: readonly Seat[]): Promise<Seat> {
    const old = before.find(({ participant }) => participant.id === request.resume?.participant);
    const seat = (id: ParticipantId, joinedAt: number): Seat => ({
      participant: {
        id,
        identity: request.identity,
        name: request.name ?? old?.participant.name ?? request.fallbackName,
        metadata: request.metadata,
        attributes: request.attributes,
        connection: 'online',
        media: allowedMedia(request.media ?? { microphone: false, camera: false }, request.rights),
        rights: request.rights,
        joinedAt,
      },
      instance: request.instance,
      session: request.session,
      hidden: request.hidden,
    });
    const now = this.#arrival();
    // Whoever hides, or hides no longer, is somebody else to the others.
    const resume = old && old.hidden !== request.hidden ? undefined : request.resume;
    let taken = resume ? seat(resume.participant, resume.joinedAt) : seat(newParticipantId(now), now);
    let outcome = await this.#store.takeSeat(room.name, taken, room.capacity);
    if (outcome === 'spent') {
      taken = seat(newParticipantId(now), now);
      outcome = await this.#store.takeSeat(room.name, taken, room.capacity);
    }
    if (outcome === 'full') throw new ProtocolError('room-full', 'All seats of the room are taken.');
    return taken;
  }

  /** The time now, or just after the last arrival: of two people, one always came first. */
  #arrival(): number {
    return (this.#lastArrival = Math.max(this.#now(), this.#lastArrival + 1));
  }

  #keepAway(holder: SeatHolder, graceMs: number): Promise<void> {
    return this.#turns.take(holder.room, async () => {
      const seat = await this.#held(holder);
      if (!seat) return;
      await this.#change(holder.room, { ...seat, session: '' }, { connection: 'away' });
      this.#expiries.set(holder.participant, graceMs, () => {
        this.#turns.take(holder.room, () => this.#expire(holder)).catch((cause: unknown) => this.emit('fault', cause));
      });
    });
  }

  async #expire({ room, participant }: SeatHolder): Promise<void> {
    const seat = await this.#store.getSeat(room, participant);
    if (seat?.participant.connection === 'away') await this.#remove(room, participant, 'lost');
  }

  async #change(room: string, seat: Seat, change: Partial<ParticipantRecord>): Promise<void> {
    const participant = { ...seat.participant, ...change };
    await this.#store.updateSeat(room, { ...seat, participant });
    if (!seat.hidden && !isDeepStrictEqual(participant, seat.participant)) {
      this.emit('participant', { room, participant });
    }
  }

  async #remove(name: string, id: ParticipantId, leaveReason: LeaveReason): Promise<void> {
    const [room, seats] = await Promise.all([this.#store.getRoom(name), this.#store.seats(name)]);
    const seat = seats.find(({ participant }) => participant.id === id);
    if (!room || !seat || !(await this.#store.removeSeat(name, id))) return;
    this.#expiries.cancel(id);
    const participant: ParticipantRecord = { ...seat.participant, connection: 'left', leaveReason };
    this.#tellLinks(id, linksOf(room.kind, seat, seats), []);
    if (!seat.hidden) this.emit('participant', { room: name, participant });
    await this.#store.deleteRoomIfEmpty(name);
  }

  /** The seat, if this connection still holds it. */
  async #held({ room, participant, session }: SeatHolder): Promise<Seat | undefined> {
    const seat = await this.#store.getSeat(room, participant);
    return seat?.session === session ? seat : undefined;
  }

  /** Tells those who were there, if anybody was. */
  #tellChange(room: RoomRecord, before: readonly Seat[], old: Seat | undefined, seat: Seat): void {
    const { participant } = seat;
    if (before.every(({ participant: { id } }) => id === participant.id)) return;
    if (!seat.hidden && !isDeepStrictEqual(participant, old?.participant)) {
      this.emit('participant', { room: room.name, participant });
    }
    this.#tellLinks(participant.id, old ? linksOf(room.kind, old, before) : [], linksOf(room.kind, seat, before));
  }

  /** Tells the other ends. The participant itself is told by its own `ready`, or is gone. */
  #tellLinks(own: ParticipantId, before: readonly LinkRecord[], after: readonly LinkRecord[]): void {
    for (const link of changedLinks(before, after)) this.emit('link', { to: link.peer, link: fromOtherEnd(link, own) });
  }
}

/** `media` with what may not be sent switched off. */
const allowedMedia = (media: MediaState, { publish }: Rights): MediaState => ({
  microphone: media.microphone && publish.includes('microphone'),
  camera: media.camera && publish.includes('camera'),
});
