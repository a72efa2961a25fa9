/**
 * Who is in which room. Seats people, keeps their seat while they are away, and lets go of it exactly once. All
 * changes of a room happen one after the other, so what it emits is what happened, in that order. It knows no sockets:
 * a connection is a name (`session`), and only the one that holds a seat can change it.
 */
import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import {
  ProtocolError,
  type ParticipantId,
  type RoomAccess,
  type RoomRecord,
  type UpdateMessage,
} from '@video-room/protocol';
import type { RoomStore, Seat, StoredRoom } from '@video-room/state';
import { Arrivals, roomFull } from './arrivals.js';
import { Chair } from './chair.js';
import { Door } from './door.js';
import { Floor, type OpenRoom } from './floor.js';
import type { JoinRequest, Presence, RoomSnapshot, SeatHolder, TakenSeat, Visitor } from './join-request.js';
import { mayPublish } from './link-rules.js';
import { Moderation, type ParticipantChange, type RoomChange, type RoomChanged } from './moderation.js';
import { presenceOf } from './presence.js';
import { allowedMedia, withChoices, withRights } from './rights.js';
import type { RoomEvents } from './room-events.js';
import { snapshotFor } from './snapshot.js';
import { shownTo } from './visibility.js';

export interface RoomsSettings {
  /** Most people in a room that was not made with its own capacity. */
  capacity: number;
  /** How long a lost connection's seat is kept, in milliseconds. */
  awayGraceMs: number;
  /** How long the seat of a page that said it may return is kept, in milliseconds. */
  returnGraceMs: number;
  /** How long a room made by a token is kept after the last person left, in milliseconds. Default 5 minutes; 0: not at all. */
  emptyRoomMs?: number;
  /** How long changes of the number of watchers are gathered before they are told, in milliseconds. Default 250. */
  watchersMs?: number;
}

const EMPTY_ROOM_MS = 5 * 60 * 1000;
const WATCHERS_MS = 250;

export class Rooms extends EventEmitter<RoomEvents> {
  readonly #store: RoomStore;
  readonly #settings: RoomsSettings;
  readonly #now: () => number;
  readonly #floor: Floor;
  readonly #arrivals: Arrivals;
  readonly #door: Door;
  readonly #moderation: Moderation;
  /** Mutes people, asks them to unmute, lowers their hands. */
  readonly chair: Chair;

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(store: RoomStore, settings: RoomsSettings, now: () => number = Date.now) {
    super();
    this.#store = store;
    this.#settings = settings;
    this.#now = now;
    const { emptyRoomMs = EMPTY_ROOM_MS, watchersMs = WATCHERS_MS } = settings;
    this.#floor = new Floor(store, this, { emptyRoomMs, watchersMs });
    this.#arrivals = new Arrivals(store, now);
    this.#door = new Door(this.#floor, this);
    this.#moderation = new Moderation(this.#floor, this.#door, this, now);
    this.chair = new Chair(this.#floor, this);
  }

  /** Seats somebody, in the seat it had if there is one. Throws `room-full`, `room-closed`, `removed`. */
  join(request: JoinRequest): Promise<TakenSeat> {
    return this.#floor.alone(request.room, async () => {
      const checked = await this.#arrivals.check(request);
      const { record: room } = await this.#store.createRoom(this.#newRoom(request));
      const before = await this.#store.seats(room.name);
      const seat = await this.#arrivals.seat(room, checked, before).catch(async (error: unknown) => {
        if (before.length === 0) await this.#floor.leaveEmpty(room.name);
        throw error;
      });
      const { id, joinedAt } = seat.participant;
      this.#floor.cancel(id);
      this.#floor.keep(room.name);
      const old = before.find(({ participant }) => participant.id === id);
      const seats = old ? before.map((other) => (other === old ? seat : other)) : [...before, seat];
      this.#floor.tell({ room, seats: before }, { room, seats }, { quiet: id });
      if (old?.participant.connection === 'online' && old.session !== seat.session) {
        this.emit('replaced', { participant: id, session: old.session });
      }
      return { room: room.name, participant: id, session: seat.session, joinedAt, admitted: seat.admitted };
    });
  }

  /** How somebody would come in now: `open` walks in, `knock` waits, `closed` not at all. Throws `removed`. */
  foresee(visitor: Visitor): Promise<RoomAccess> {
    return this.#arrivals.foresee(visitor);
  }

  /**
   * Calls `use` with the whole truth at a moment when nothing else happens in the room, so that every later event is
   * news. Returns false, without a call, if the connection does not hold the seat any more.
   */
  look(holder: SeatHolder, use: (snapshot: RoomSnapshot) => void): Promise<boolean> {
    return this.#floor.alone(holder.room, async () => {
      const state = await this.#floor.open(holder.room);
      const own = state?.seats.find(({ participant }) => participant.id === holder.participant);
      if (!state || own?.session !== holder.session) return false;
      use(snapshotFor(own, state));
      return true;
    });
  }

  /** The room of this name, if there is one. */
  async room(name: string): Promise<StoredRoom | undefined> {
    return this.#store.getRoom(name);
  }

  /** Everybody in the room, in the order they came; the hidden and the waiting are marked. */
  async presences(room: string): Promise<Presence[]> {
    return (await this.#store.seats(room)).map(presenceOf);
  }

  /** One of them. */
  async presence(room: string, participant: ParticipantId): Promise<Presence | undefined> {
    const seat = await this.#store.getSeat(room, participant);
    return seat && presenceOf(seat);
  }

  /** Those whom this one is shown, itself included. */
  async shownTo(name: string, viewer: ParticipantId): Promise<ParticipantId[]> {
    const [room, seats] = await Promise.all([this.#store.getRoom(name), this.#store.seats(name)]);
    const own = seats.find(({ participant }) => participant.id === viewer);
    return room && own ? shownTo(room.record, own, seats).map(({ participant }) => participant.id) : [];
  }

  /** Changes what a participant says of itself. Throws `not-allowed` for what it may not send. */
  update(holder: SeatHolder, { name, media, choices }: UpdateMessage): Promise<void> {
    return this.#change(holder.room, [holder.participant], (seat) => {
      if (seat.session !== holder.session) return seat;
      const { participant } = seat;
      const isTooMuch = media && !isDeepStrictEqual(media, allowedMedia(media, participant.rights));
      if (isTooMuch || (choices?.live && !mayPublish(seat))) {
        throw new ProtocolError('not-allowed', 'The token does not allow to send this.');
      }
      return {
        ...seat,
        participant: {
          ...withChoices(participant, { ...participant.choices, ...choices }, this.#now()),
          ...(name !== undefined && { name }),
          ...(media && { media }),
        },
      };
    });
  }

  /** A newer token of the same person: its rights count from now on. Throws `removed`, `room-closed`. */
  renew(holder: SeatHolder, token: Pick<JoinRequest, 'identity' | 'issuedAt' | 'rights'>): Promise<void> {
    return this.#floor.alone(holder.room, async () => {
      await this.#arrivals.checkToken({ room: holder.room, ...token });
      const before = await this.#held(holder);
      if (!before) throw new ProtocolError('not-allowed', 'The participant has left.');
      await this.#moderation.regrant(before, holder.participant, token.rights);
    });
  }

  /** The connection is lost: the seat is kept for the grace time. @param silentMs how much of it is over already. */
  disconnect(holder: SeatHolder, silentMs = 0): Promise<void> {
    return this.#keepAway(holder, Math.max(0, this.#settings.awayGraceMs - silentMs));
  }

  /** The participant leaves, for good or, with `returning`, perhaps for a moment. */
  leave(holder: SeatHolder, returning = false): Promise<void> {
    if (returning) return this.#keepAway(holder, this.#settings.returnGraceMs);
    return this.#floor.alone(holder.room, async () => {
      const before = await this.#held(holder);
      if (before) await this.#floor.remove(before, [holder.participant], 'left');
    });
  }

  /** Puts these into a conversation; undefined: takes them out of theirs. */
  setTalk(room: string, participants: readonly ParticipantId[], talk: string | undefined): Promise<void> {
    return this.#change(room, participants, ({ talk: _, ...seat }) => ({
      ...seat,
      ...(talk !== undefined && { talk }),
      participant: { ...seat.participant, inCall: talk !== undefined },
    }));
  }

  /** Throws `room-full` if nobody more can be let in. */
  async checkHasSeat(room: string): Promise<void> {
    const state = await this.#floor.open(room);
    if (state && state.seats.filter(({ admitted }) => admitted).length >= state.room.capacity) throw roomFull();
  }

  /** Lets somebody in who waits. Throws `room-full`. Nothing happens if nobody of this id waits. */
  admit(room: string, participant: ParticipantId): Promise<void> {
    return this.#door.admit(room, participant);
  }

  /** Calls somebody on stage, where it may publish and is on air, or sends it back to where it was. */
  setStage(room: string, participant: ParticipantId, on: boolean): Promise<void> {
    return this.#change(room, [participant], (seat) =>
      seat.onStage === on ? seat : withRights(seat, { onStage: on }, on),
    );
  }

  /**
   * Makes a room that stays, or changes the one that is there, which stays from then on. `fits` says whether it is as
   * expected. Those who wait come in if it is open then, and lose their seats if it is closed.
   */
  changeRoom(
    name: string,
    change: RoomChange,
    fits: (current: StoredRoom | undefined) => boolean = () => true,
  ): Promise<RoomChanged> {
    return this.#moderation.changeRoom(this.#newRoom({ room: name, settings: {} }).record, change, fits);
  }

  /** Says who may walk in from now on. Returns whether there is such a room. */
  setAccess(name: string, access: RoomAccess): Promise<boolean> {
    return this.#moderation.setAccess(name, access);
  }

  /** Ends a room for all. Returns whether there was one. */
  endRoom(name: string, message?: string): Promise<boolean> {
    return this.#moderation.endRoom(name, message);
  }

  /** Changes somebody's name or rights, for as long as it is in the room. The seat as it is then; undefined: there is none. */
  changeParticipant(room: string, participant: ParticipantId, change: ParticipantChange): Promise<Seat | undefined> {
    return this.#moderation.changeParticipant(room, participant, change);
  }

  /** Removes a person, on all its devices, for as long as what was issued to it is valid. Whether it was there. */
  removeParticipant(room: string, participant: ParticipantId, message?: string): Promise<boolean> {
    return this.#moderation.removeParticipant(room, participant, message);
  }

  /** The same of somebody who need not be there. */
  removePerson(room: string, identity: string, message?: string): Promise<void> {
    return this.#moderation.removePerson(room, identity, message);
  }

  /** Forgets everything that is pending; the process is about to end. */
  close(): void {
    this.#floor.close();
    this.removeAllListeners();
  }

  #newRoom({ room, settings }: Pick<JoinRequest, 'room' | 'settings'>): StoredRoom {
    const { kind = 'meeting', access = 'open', capacity = this.#settings.capacity } = settings;
    const { metadata = '', showWatchers = false, timeline = false, relayOnly = false } = settings;
    const record: RoomRecord = { name: room, kind, access, capacity, metadata, showWatchers, createdAt: this.#now() };
    if (timeline) record.timeline = true;
    if (relayOnly) record.relayOnly = true;
    return { record, lasting: false, revision: 1 };
  }

  #keepAway(holder: SeatHolder, graceMs: number): Promise<void> {
    const { room, participant: id } = holder;
    return this.#floor.alone(room, async () => {
      const before = await this.#held(holder);
      if (!before) return;
      await this.#floor.change(before, (seat) =>
        seat.participant.id === id
          ? { ...seat, session: '', participant: { ...seat.participant, connection: 'away' } }
          : seat,
      );
      this.emit('away', { room, participant: id });
      this.#floor.later(id, room, graceMs, async () => {
        const state = await this.#floor.open(room);
        const seat = state?.seats.find(({ participant }) => participant.id === id);
        if (state && seat?.participant.connection === 'away') await this.#floor.remove(state, [id], 'lost');
      });
    });
  }

  #change(room: string, participants: readonly ParticipantId[], change: (seat: Seat) => Seat): Promise<void> {
    return this.#floor.alone(room, async () => {
      const before = await this.#floor.open(room);
      if (before) {
        await this.#floor.change(before, (seat) => (participants.includes(seat.participant.id) ? change(seat) : seat));
      }
    });
  }

  /** The room, if this connection still holds its seat there. */
  async #held({ room, participant, session }: SeatHolder): Promise<OpenRoom | undefined> {
    const state = await this.#floor.open(room);
    return state?.seats.some((seat) => seat.participant.id === participant && seat.session === session)
      ? state
      : undefined;
  }
}
