import { describe, expect, it } from '@jest/globals';
import { NO_MEDIA, ROOM_KINDS, type Rights, type RoomRecord } from '@video-room/protocol';
import type { Seat } from '@video-room/state';
import fc from 'fast-check';
import { differences, type RoomState } from './differences.js';
import { snapshotFor } from './snapshot.js';
import { ToldSoFar } from './told-so-far.js';

const rights: fc.Arbitrary<Rights> = fc.record({
  publish: fc.constantFrom<Rights['publish']>([], ['camera'], ['microphone', 'camera']),
  subscribe: fc.boolean(),
  publishData: fc.constant(true),
  admin: fc.boolean(),
});

const seat = (id: string): fc.Arbitrary<Seat> =>
  fc
    .record({
      name: fc.constantFrom('a', 'b'),
      connection: fc.constantFrom('online' as const, 'away' as const),
      rights,
      live: fc.boolean(),
      watching: fc.boolean(),
      instance: fc.constantFrom('one', 'two'),
      hidden: fc.constant(id === 'p0'),
      admitted: fc.boolean(),
      talk: fc.constantFrom(undefined, 's', 't'),
    })
    .map(({ name, connection, rights, live, watching, talk, ...rest }) => ({
      participant: {
        id,
        identity: id,
        name,
        metadata: '',
        attributes: {},
        connection,
        media: NO_MEDIA,
        choices: { doNotDisturb: false, addUp: false, live, watching, handRaised: false },
        inCall: talk !== undefined,
        rights,
        joinedAt: 1,
      },
      session: 's',
      granted: rights,
      onStage: false,
      ...(talk && { talk }),
      ...rest,
    }));

const room: fc.Arbitrary<RoomRecord> = fc
  .record({
    kind: fc.constantFrom(...ROOM_KINDS),
    capacity: fc.constantFrom(3, 4),
    metadata: fc.constantFrom('', 'm'),
    showWatchers: fc.boolean(),
  })
  .map((some) => ({ name: 'r', access: 'open', createdAt: 1, ...some }));

const IDS = Array.from({ length: 7 }, (_, n) => `p${n}`);

/** A room before and after: each person stays as it was, becomes any other, comes, goes, or was never there. */
const change: fc.Arbitrary<[before: RoomState, after: RoomState]> = fc
  .record({
    rooms: fc.oneof(
      fc.tuple(room, room),
      room.map((same): [RoomRecord, RoomRecord] => [same, same]),
    ),
    people: fc.tuple(
      ...IDS.map((id) => fc.tuple(seat(id), seat(id), fc.constantFrom('stays', 'changes', 'comes', 'goes', 'never'))),
    ),
  })
  .map(({ rooms, people }) => {
    const seats = (kept: string[], pick: (one: Seat, other: Seat, what: string) => Seat) =>
      people.filter(([, , what]) => kept.includes(what)).map(([one, other, what]) => pick(one, other, what));
    return [
      { room: rooms[0], seats: seats(['stays', 'changes', 'goes'], (one) => one) },
      {
        room: rooms[1],
        seats: seats(['stays', 'changes', 'comes'], (one, other, what) => (what === 'stays' ? one : other)),
      },
    ];
  });

const listenersOf = (before: RoomState, after: RoomState): Map<string, ToldSoFar> =>
  new Map(
    before.seats
      .filter(({ participant }) => after.seats.some((seat) => seat.participant.id === participant.id))
      .map((own) => [own.participant.id, new ToldSoFar(snapshotFor(own, before))]),
  );

describe('what is told', () => {
  it('adds up, for each of them, to what the room is then, whatever changed', () => {
    fc.assert(
      fc.property(change, ([before, after]) => {
        const listeners = listenersOf(before, after);
        const told = differences(before, after);
        const to = (id: string) => listeners.get(id) as ToldSoFar;
        for (const { to: id, link } of told.closed) to(id).link(link);
        for (const { participant, to: audience } of told.participants) {
          const admitted = after.seats.filter((seat) => seat.admitted && listeners.has(seat.participant.id));
          const ids = audience === 'everybody' ? admitted.map((seat) => seat.participant.id) : audience;
          for (const id of ids) to(id).participant(participant);
        }
        for (const { to: id, link } of told.opened) to(id).link(link);
        for (const { room, to: ids } of told.rooms) {
          for (const id of ids) {
            expect(to(id).sum.room).not.toEqual(room);
            to(id).room(room);
          }
        }
        for (const own of after.seats) {
          const listener = listeners.get(own.participant.id);
          if (!listener) continue;
          const whole = new ToldSoFar(snapshotFor(own, after)).sum;
          // The number of watchers alone is told a little later.
          const { watchers } = listener.sum.room;
          if (told.watchers && watchers !== undefined) whole.room = { ...whole.room, watchers };
          expect(listener.sum).toEqual(whole);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing if nothing changed, and nothing to somebody who gets the whole anyway', () => {
    fc.assert(
      fc.property(change, ([before, after]) => {
        const nothing = { closed: [], participants: [], opened: [], rooms: [], watchers: false };
        expect(differences(before, before)).toEqual(nothing);
        const quiet = IDS[1] as string;
        const told = differences(before, after, { quiet });
        const links = [...told.closed, ...told.opened].map(({ to }) => to);
        const lists = [...told.participants, ...told.rooms].flatMap(({ to }) => (to === 'everybody' ? [] : to));
        expect([...links, ...lists]).not.toContain(quiet);
      }),
      { numRuns: 500 },
    );
  });

  it('is one broadcast when somebody in a meeting of many changes', () => {
    const [one, ...others] = fc.sample(fc.tuple(...IDS.slice(1).map(seat)), { seed: 1, numRuns: 1 })[0] as Seat[];
    const meeting = fc.sample(room, { seed: 1, numRuns: 1 })[0] as RoomRecord;
    const admitted = [one as Seat, ...others].map((seat) => ({ ...seat, admitted: true }));
    const before: RoomState = { room: { ...meeting, kind: 'meeting' }, seats: admitted };
    const [first, ...rest] = admitted as [Seat, ...Seat[]];
    const renamed = { ...first, participant: { ...first.participant, name: 'new' } };
    const told = differences(before, { ...before, seats: [renamed, ...rest] });
    expect(told.participants).toEqual([{ participant: renamed.participant, to: 'everybody' }]);
  });
});
