/** How long rooms are there, and how they are changed from outside. */
import { once } from 'node:events';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { RoomRecord } from '@video-room/protocol';
import { AWAY_MS, setUpRooms } from './rooms-rig.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('the life of a room', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('made by a token ends some minutes after the last person, unless somebody comes back', async () => {
    jest.useFakeTimers();
    const { store, rooms, join } = setUpRooms({ emptyRoomMs: 5 * MINUTE_MS });
    const made = await join('ada', { settings: { metadata: 'first' } });
    await rooms.leave(made);
    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS - 1);
    const again = await join('ada', { settings: { metadata: 'second' } });
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect((await rooms.room('r'))?.record.metadata).toBe('first');
    await rooms.leave(again);
    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
  });

  it('made from outside goes on without people', async () => {
    jest.useFakeTimers();
    const { rooms, join } = setUpRooms();
    expect(await rooms.changeRoom('r', { kind: 'call' })).toMatchObject({ outcome: 'created' });
    await rooms.leave(await join('ada'));
    await jest.advanceTimersByTimeAsync(DAY_MS);
    expect(await rooms.room('r')).toMatchObject({ lasting: true, record: { kind: 'call' } });
  });

  it('made by a token goes on without people once it was changed from outside', async () => {
    const { rooms, join } = setUpRooms();
    const ada = await join('ada');
    expect(await rooms.changeRoom('r', {})).toMatchObject({ outcome: 'changed', room: { lasting: true, revision: 2 } });
    await rooms.leave(ada);
    expect(await rooms.room('r')).toBeDefined();
  });

  it('ends for all at its end, however far that is, or not if that is taken away', async () => {
    jest.useFakeTimers();
    const { store, rooms, join } = setUpRooms();
    const ended: unknown[] = [];
    rooms.on('ended', ({ room, participant, reason }) => ended.push([room, participant, reason]));
    const endsAt = Date.now() + 60 * DAY_MS;
    for (const name of ['r', 's']) await rooms.changeRoom(name, { endsAt });
    await rooms.changeRoom('s', { endsAt: null });
    const ada = await join('ada');
    await jest.advanceTimersByTimeAsync(60 * DAY_MS - 1);
    expect(ended).toEqual([]);
    const isOver = once(rooms, 'closed');
    await jest.advanceTimersByTimeAsync(1);
    await isOver;
    expect(ended).toEqual([['r', ada.participant, 'room-ended']]);
    expect(await rooms.room('r')).toBeUndefined();
    expect((await rooms.room('s'))?.record).not.toHaveProperty('endsAt');
    expect(await store.counts()).toEqual({ rooms: 1, participants: 0 });
  });

  it('is not ended by the clock that was to end another one of its name', async () => {
    const { rooms, join } = setUpRooms();
    await rooms.changeRoom('r', { endsAt: Date.now() + 1 });
    const ended = rooms.endRoom('r');
    const made = rooms.changeRoom('r', { kind: 'call' });
    expect(await ended).toBe(true);
    expect(await made).toMatchObject({ outcome: 'created' });
    await join('ada', { issuedAt: Date.now() });
    expect(await rooms.room('r')).toMatchObject({ record: { kind: 'call' } });
  });

  it.each([0, 8_000, 40_000])(
    'gives up the seat of somebody who was silent for %d ms as much earlier',
    async (silentMs) => {
      jest.useFakeTimers();
      const { rooms, join } = setUpRooms();
      const gone: unknown[] = [];
      rooms.on('gone', ({ participant, reason }) => gone.push([participant, reason]));
      await join('ada');
      const ben = await join('ben');
      await rooms.disconnect(ben, silentMs);
      const leftMs = Math.max(1, AWAY_MS - silentMs);
      await jest.advanceTimersByTimeAsync(leftMs - 1);
      if (silentMs < AWAY_MS) expect(gone).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(gone).toEqual([[ben.participant, 'lost']]);
    },
  );

  it('ends for all when it is deleted, those who wait and who are away included', async () => {
    jest.useFakeTimers();
    const { rooms, told, join, look } = setUpRooms();
    await rooms.changeRoom('r', { access: 'knock' });
    const ada = await join('ada', { walksIn: true });
    const ben = await join('ben', { walksIn: true });
    const cyd = await join('cyd');
    await rooms.disconnect(ben);
    told.length = 0;
    const events: unknown[] = [];
    rooms.on('ended', ({ session, message }) => events.push([session, message]));
    const gone: unknown[] = [];
    rooms.on('gone', ({ participant, reason }) => gone.push([participant, reason]));
    expect(await rooms.endRoom('r', 'Good night')).toBe(true);
    expect(await rooms.endRoom('r')).toBe(false);
    expect(events).toEqual([ada.session, '', cyd.session].map((session) => [session, 'Good night']));
    expect(gone).toEqual([ada, ben, cyd].map(({ participant }) => [participant, 'room-ended']));
    expect(await look(ada)).toBeUndefined();
    await Promise.all([rooms.disconnect(ada), rooms.leave(cyd)]);
    await jest.advanceTimersByTimeAsync(DAY_MS);
    expect(told).toEqual([]);
    expect(gone).toHaveLength(3);
  });
});

describe('a change of a room', () => {
  it('is told to all as they see it, and only if it is one', async () => {
    const { rooms, join } = setUpRooms();
    const ada = await join('ada');
    const ben = await join('ben');
    const told: { room: RoomRecord; to: string[] }[] = [];
    rooms.on('room', (event) => told.push(event));
    await rooms.changeRoom('r', { metadata: 'new' });
    await rooms.changeRoom('r', { metadata: 'new' });
    expect(told).toEqual([
      { room: expect.objectContaining({ metadata: 'new' }), to: [ada.participant, ben.participant] },
    ]);
  });

  it('is not made if the room is not as expected, and its kind not while people are inside', async () => {
    const { rooms, join } = setUpRooms();
    expect(await rooms.changeRoom('r', {}, (current) => current !== undefined)).toEqual({ outcome: 'stale' });
    expect(await rooms.room('r')).toBeUndefined();
    const ada = await join('ada');
    expect(await rooms.changeRoom('r', { kind: 'call', capacity: 7 })).toEqual({ outcome: 'occupied' });
    expect((await rooms.room('r'))?.record).toMatchObject({ kind: 'meeting', capacity: 3 });
    await rooms.changeRoom('r', {});
    await rooms.leave(ada);
    expect(await rooms.changeRoom('r', { kind: 'call' })).toMatchObject({ outcome: 'changed' });
  });
});
