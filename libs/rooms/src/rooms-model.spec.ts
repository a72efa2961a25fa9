/** Rooms under random doings of many people, checked after each: what each was told adds up to what it sees anew. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ProtocolError, ROOM_ACCESS, ROOM_KINDS, type RoomRecord } from '@video-room/protocol';
import { MemoryRoomStore } from '@video-room/state';
import fc from 'fast-check';
import type { RoomSnapshot, TakenSeat } from './join-request.js';
import { Rooms } from './rooms.js';
import { ToldSoFar } from './told-so-far.js';

const NAMES = ['ada', 'ben', 'cyd', 'dan', 'eve', 'fox'] as const;
const PUBLISH = [[], ['microphone'], ['microphone', 'camera']] as ('microphone' | 'camera')[][];

const who = fc.constantFrom(...NAMES);
const talk = fc.constantFrom(undefined, 't', 'u');
const choices = fc.record({ live: fc.boolean(), watching: fc.boolean() }, { requiredKeys: [] });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      who,
      publish: fc.constantFrom(...PUBLISH),
      admin: fc.boolean(),
      ownRelayOnly: fc.boolean(),
      hidden: fc.constantFrom(false, false, false, true),
      resumes: fc.boolean(),
      reloads: fc.boolean(),
      choices,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('disconnect', 'leave', 'return'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('update' as const), who, choices, name: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('talk' as const), people: fc.subarray([...NAMES]), talk }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('admit' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stage' as const), who, on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rights' as const), who, publish: fc.constantFrom(...PUBLISH) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('room' as const),
      kind: fc.constantFrom(...ROOM_KINDS),
      access: fc.constantFrom(...ROOM_ACCESS),
      relayOnly: fc.boolean(),
      capacity: fc.integer({ min: 2, max: 6 }),
      showWatchers: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove', 'wait'), who }) },
  { weight: 1, arbitrary: fc.constant({ do: 'end' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** All people, each with at most one page, and what their pages were told. */
class World {
  readonly rooms = new Rooms(new MemoryRoomStore(), {
    capacity: 6,
    // So that nothing runs out just before a check, with the new number of watchers still to be told.
    awayGraceMs: 5010,
    returnGraceMs: 1010,
    watchersMs: 200,
    emptyRoomMs: 2000,
  });
  readonly #seats = new Map<string, TakenSeat>();
  readonly #told = new Map<string, ToldSoFar>();
  readonly #kind: RoomRecord['kind'];
  #letIn: string[] = [];
  #count = 0;

  constructor(kind: RoomRecord['kind']) {
    this.#kind = kind;
    const { rooms } = this;
    rooms.on('participant', ({ participant, to }) => {
      for (const told of this.#told.values()) {
        if (to === 'everybody' ? told.admitted : to.includes(told.id)) told.participant(participant);
      }
    });
    rooms.on('link', ({ to, link }) => this.#told.get(to)?.link(link));
    rooms.on('room', ({ room, to }) => to.forEach((id) => this.#told.get(id)?.room(room)));
    rooms.on('admitted', ({ participant }) => {
      this.#told.delete(participant);
      this.#letIn.push(participant);
    });
    rooms.on('replaced', ({ participant }) => this.#told.delete(participant));
    rooms.on('gone', ({ participant }) => this.#told.delete(participant));
  }

  async take(step: Step): Promise<void> {
    try {
      await this.#do(step);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
    }
    for (const id of this.#letIn.splice(0)) {
      for (const seat of this.#seats.values()) if (seat.participant === id) await this.#ready(seat);
    }
    await jest.advanceTimersByTimeAsync(250);
    await this.#check();
  }

  async #do(step: Step): Promise<unknown> {
    const { rooms } = this;
    const own = 'who' in step ? this.#seats.get(step.who) : undefined;
    switch (step.do) {
      case 'join':
        return this.#join(step);
      case 'room': {
        const { kind, access, capacity, showWatchers, relayOnly } = step;
        return rooms.changeRoom('r', { kind, access, capacity, showWatchers, relayOnly });
      }
      case 'end':
        return rooms.endRoom('r');
      case 'talk':
        return rooms.setTalk(
          'r',
          step.people.flatMap((name) => this.#seats.get(name)?.participant ?? []),
          step.talk,
        );
      case 'wait':
        return jest.advanceTimersByTimeAsync(1500);
      default:
        return own && this.#doOwn(step, own);
    }
  }

  async #doOwn(step: Extract<Step, { who: string }>, own: TakenSeat): Promise<unknown> {
    const { rooms } = this;
    const { participant } = own;
    switch (step.do) {
      case 'update':
        return rooms.update(own, { name: step.name, choices: step.choices });
      case 'admit':
        return rooms.admit('r', participant);
      case 'stage':
        return rooms.setStage('r', participant, step.on);
      case 'rights':
        return rooms.changeParticipant('r', participant, { rights: { publish: step.publish } });
      case 'remove':
        return rooms.removeParticipant('r', participant);
      case 'disconnect':
      case 'leave':
      case 'return':
        this.#told.delete(participant);
        return step.do === 'disconnect' ? rooms.disconnect(own) : rooms.leave(own, step.do === 'return');
      default:
        return undefined;
    }
  }

  async #join(step: Extract<Step, { do: 'join' }>): Promise<void> {
    const old = this.#seats.get(step.who);
    this.#count += 1;
    const seat = await this.rooms.join({
      room: 'r',
      settings: { kind: this.#kind, access: 'knock', ownRelayOnly: step.ownRelayOnly },
      identity: step.who,
      issuedAt: Date.now(),
      fallbackName: step.who,
      metadata: '',
      attributes: {},
      rights: { publish: step.publish, subscribe: true, publishData: true, admin: step.admin },
      hidden: step.hidden,
      walksIn: step.admin,
      choices: step.choices,
      instance: `${step.who} ${step.reloads ? this.#count : 0}`,
      session: `session ${this.#count}`,
      ...(step.resumes && old && { resume: old }),
    });
    // A page that comes as somebody new leaves the seat of the one before to run out.
    if (old && old.participant !== seat.participant) {
      this.#told.delete(old.participant);
      await this.rooms.disconnect(old);
    }
    this.#seats.set(step.who, seat);
    await this.#ready(seat);
  }

  async #ready(seat: TakenSeat): Promise<void> {
    await this.rooms.look(seat, (snapshot) => this.#told.set(seat.participant, new ToldSoFar(snapshot)));
  }

  async #check(): Promise<void> {
    const seen: RoomSnapshot[] = [];
    for (const seat of this.#seats.values()) {
      const told = this.#told.get(seat.participant);
      if (!told) continue;
      expect(await this.rooms.look(seat, (snapshot) => seen.push(snapshot))).toBe(true);
      const snapshot = seen.at(-1) as RoomSnapshot;
      expect(told.sum).toEqual(new ToldSoFar(snapshot).sum);
      if (!snapshot.admitted) expect(snapshot).toMatchObject({ participants: [{ id: told.id }], links: [] });
    }
    if ((await this.rooms.room('r'))?.record.access === 'closed') {
      expect((await this.rooms.presences('r')).filter(({ admitted }) => !admitted)).toEqual([]);
    }
    const ends = new Map(seen.flatMap(({ you, links }) => links.map(({ id, peer }) => [`${you.id} ${id}`, peer])));
    for (const { you, links } of seen) {
      for (const { id, peer } of links) if (this.#told.has(peer)) expect(ends.get(`${peer} ${id}`)).toBe(you.id);
    }
  }
}

describe('rooms, whatever people do', () => {
  beforeAll(() => {
    jest.useFakeTimers();
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  it.each(ROOM_KINDS)(
    'tell each in a %s exactly what adds up to what it sees',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
          const world = new World(kind);
          for (const one of steps) await world.take(one);
          world.rooms.close();
        }),
        { numRuns: 300 },
      );
    },
    // Seconds of computing by itself; on a machine that is busy with something else, more than a test usually takes.
    120_000,
  );
});
