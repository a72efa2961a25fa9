/** Rooms and the people in them, counted in the store whenever somebody asks: nothing is counted as it happens. */
import { setImmediate } from 'node:timers/promises';
import { ROOM_KINDS, type RoomKind } from '@video-room/protocol';
import type { RoomStore, Seat } from '@video-room/state';
import { Gauge, type Registry } from 'prom-client';
import { PREFIX } from './prefix.js';

/** `waiting`: to be let in. `away`: its socket is lost, its seat is kept. */
const STATES = ['online', 'waiting', 'away'] as const;
type State = (typeof STATES)[number];

/** After so many rooms others have their turn, so that counting does not hold up a call. */
const ROOMS_AT_ONCE = 200;

interface Count {
  rooms: number;
  participants: Record<State, number>;
}

export class RoomCensus {
  readonly #store: RoomStore;
  readonly #rooms: Gauge<'kind'>;
  readonly #participants: Gauge<'room_kind' | 'state'>;

  constructor(registers: Registry[], store: RoomStore) {
    this.#store = store;
    this.#rooms = new Gauge({
      name: `${PREFIX}rooms`,
      help: 'Rooms by kind, also empty ones that stay',
      labelNames: ['kind'],
      registers,
    });
    this.#participants = new Gauge({
      name: `${PREFIX}participants`,
      help: 'Seats by kind of room: online, waiting to be let in, or away and kept for a while',
      labelNames: ['room_kind', 'state'],
      registers,
    });
  }

  async take(): Promise<void> {
    const counts = await this.#count();
    for (const kind of ROOM_KINDS) {
      const { rooms, participants } = counts[kind];
      this.#rooms.set({ kind }, rooms);
      for (const state of STATES) this.#participants.set({ room_kind: kind, state }, participants[state]);
    }
  }

  async #count(): Promise<Record<RoomKind, Count>> {
    const counts: Record<RoomKind, Count> = { meeting: nobody(), call: nobody(), broadcast: nobody() };
    const rooms = await this.#store.listRooms(Number.MAX_SAFE_INTEGER);
    for (const [n, { record }] of rooms.entries()) {
      if (n % ROOMS_AT_ONCE === ROOMS_AT_ONCE - 1) await setImmediate();
      const count = counts[record.kind];
      count.rooms += 1;
      for (const seat of await this.#store.seats(record.name)) count.participants[stateOf(seat)] += 1;
    }
    return counts;
  }
}

const nobody = (): Count => ({ rooms: 0, participants: { online: 0, waiting: 0, away: 0 } });

function stateOf({ participant, admitted }: Seat): State {
  if (participant.connection !== 'online') return 'away';
  return admitted ? 'online' : 'waiting';
}
