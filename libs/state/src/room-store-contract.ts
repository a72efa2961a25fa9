/**
 * What every room store must do, as tests. A driver's spec calls this with a way to make an empty store; nothing here
 * knows which driver it is.
 */
import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_CHOICES,
  NO_MEDIA,
  type ParticipantRecord,
  type RelayedSignal,
  type RoomRecord,
} from '@video-room/protocol';
import type { RoomStore, Seat, StoredRoom } from './room-store.js';

const room = (name: string, more: Partial<RoomRecord> = {}): StoredRoom => ({
  record: {
    name,
    kind: 'meeting',
    access: 'open',
    capacity: 12,
    metadata: '',
    showWatchers: false,
    createdAt: 1,
    ...more,
  },
  lasting: false,
  revision: 1,
});

const RIGHTS = { publish: ['camera' as const], subscribe: true, publishData: true, admin: false };

const seat = (id: string, more: Partial<ParticipantRecord> = {}, admitted = true): Seat => ({
  participant: {
    id,
    identity: id,
    name: id,
    metadata: '',
    attributes: {},
    connection: 'online',
    media: NO_MEDIA,
    choices: DEFAULT_CHOICES,
    inCall: false,
    rights: RIGHTS,
    joinedAt: 1,
    ...more,
  },
  instance: 'i'.repeat(16),
  session: 's',
  hidden: false,
  admitted,
  granted: RIGHTS,
  onStage: false,
});

const signal = (seq: number): RelayedSignal => ({ link: 'l', from: 'b', seq, kind: 'offer', sdp: `v=${seq}` });

const LIMITS = { signals: 3, bytes: 1000 };

export function describeRoomStore(driver: string, createStore: () => Promise<RoomStore>): void {
  describe(`${driver} room store`, () => {
    const storeWithRoom = async () => {
      const store = await createStore();
      await store.createRoom(room('r'));
      return store;
    };

    it('creates a room once: all callers get the same', async () => {
      const store = await createStore();
      const rooms = await Promise.all([1, 2, 3].map((createdAt) => store.createRoom(room('r', { createdAt }))));
      expect(new Set(rooms.map(({ record }) => record.createdAt)).size).toBe(1);
      expect(await store.getRoom('r')).toEqual(rooms[0]);
      expect(await store.getRoom('other')).toBeUndefined();
    });

    it.each(['__proto__', 'constructor', 'toString', ' ', '🦊', 'a/b:c*'])(
      'keeps a room named %j apart',
      async (name) => {
        const store = await createStore();
        expect(await store.getRoom(name)).toBeUndefined();
        expect(await store.seats(name)).toEqual([]);
        await store.createRoom(room(name));
        await store.takeSeat(name, seat('a'), 1);
        expect((await store.seats(name)).map(({ participant }) => participant.id)).toEqual(['a']);
      },
    );

    it('never seats more than the capacity, however many come at once', async () => {
      const store = await storeWithRoom();
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => store.takeSeat('r', seat(`p${n}`), 5)));
      expect(outcomes.filter((outcome) => outcome === 'seated')).toHaveLength(5);
      expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(15);
      expect(await store.seats('r')).toHaveLength(5);
    });

    it('replaces a seat of the same id in place, also in a full room', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      await store.takeSeat('r', seat('b'), 2);
      expect(await store.takeSeat('r', seat('a', { name: 'again' }), 2)).toBe('seated');
      expect((await store.seats('r')).map(({ participant }) => participant.name)).toEqual(['again', 'b']);
    });

    it('updates only a seat that is there', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      expect(await store.updateSeat('r', seat('a', { name: 'new' }))).toBe(true);
      expect((await store.getSeat('r', 'a'))?.participant.name).toBe('new');
      expect(await store.updateSeat('r', seat('b'))).toBe(false);
      expect(await store.updateSeat('elsewhere', seat('a'))).toBe(false);
      expect(await store.getSeat('r', 'b')).toBeUndefined();
    });

    it('removes a seat for exactly one caller, and its id never comes back', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      const removed = await Promise.all(Array.from({ length: 10 }, () => store.removeSeat('r', 'a')));
      expect(removed.filter(Boolean)).toHaveLength(1);
      expect(await store.takeSeat('r', seat('a'), 2)).toBe('spent');
      expect(await store.seats('r')).toEqual([]);
    });

    it('counts those who wait apart from those who are admitted', async () => {
      const store = await storeWithRoom();
      expect(await store.takeSeat('r', seat('a'), 1)).toBe('seated');
      expect(await store.takeSeat('r', seat('w', {}, false), 1)).toBe('seated');
      expect(await store.takeSeat('r', seat('x', {}, false), 1)).toBe('full');
      expect(await store.takeSeat('r', seat('w'), 1)).toBe('full');
      expect((await store.getSeat('r', 'w'))?.admitted).toBe(false);
      expect(await store.takeSeat('r', seat('w'), 2)).toBe('seated');
      expect((await store.getSeat('r', 'w'))?.admitted).toBe(true);
      expect(await store.counts()).toEqual({ rooms: 1, participants: 2 });
    });

    it('updates a room at its revision for exactly one caller', async () => {
      const store = await storeWithRoom();
      const results = await Promise.all(
        [3, 4, 5].map((capacity) => store.updateRoom({ ...room('r', { capacity }), lasting: true })),
      );
      const [updated, ...more] = results.filter((result) => result !== undefined);
      expect(more).toEqual([]);
      expect(updated).toMatchObject({ lasting: true, revision: 2 });
      expect(await store.getRoom('r')).toEqual(updated);
      expect(await store.updateRoom(room('r'))).toBeUndefined();
      expect(await store.updateRoom(room('elsewhere'))).toBeUndefined();
      expect(await store.getRoom('elsewhere')).toBeUndefined();
    });

    it('lists rooms page by page in the order of their names', async () => {
      const store = await createStore();
      for (const name of ['b', 'a', 'Z', 'ä', '10', '9']) await store.createRoom(room(name));
      const names = async (limit: number, after?: string) =>
        (await store.listRooms(limit, after)).map(({ record }) => record.name);
      expect(await names(10)).toEqual(['10', '9', 'Z', 'a', 'b', 'ä']);
      expect(await names(2)).toEqual(['10', '9']);
      expect(await names(2, '9')).toEqual(['Z', 'a']);
      expect(await names(2, 'aa')).toEqual(['b', 'ä']);
      expect(await names(2, 'ä')).toEqual([]);
    });

    it('deletes a room with everything in it for exactly one caller', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      await store.hold('r', 'a', signal(1), 1, LIMITS);
      const deleted = await Promise.all([1, 2, 3].map(() => store.deleteRoom('r')));
      expect(deleted.filter(Boolean)).toHaveLength(1);
      expect(await store.getRoom('r')).toBeUndefined();
      expect(await store.seats('r')).toEqual([]);
      expect(await store.takeHeld('r', 'a')).toEqual([]);
      expect(await store.counts()).toEqual({ rooms: 0, participants: 0 });
    });

    it('remembers removals by room and person, with or without the room', async () => {
      const store = await createStore();
      await store.bar('r', 'ada', { at: 1, until: 9 });
      await store.bar('r', 'ada', { at: 2, until: 9 });
      await store.bar('1', '1:x', { at: 3, until: 9 });
      expect(await store.getBar('r', 'ada')).toEqual({ at: 2, until: 9 });
      expect(await store.getBar('r', 'ben')).toBeUndefined();
      expect(await store.getBar('s', 'ada')).toBeUndefined();
      expect(await store.getBar('11', ':x')).toBeUndefined();
      expect(await store.getBar('1', '1:x')).toEqual({ at: 3, until: 9 });
    });

    it('deletes only an empty room', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      expect(await store.deleteRoomIfEmpty('r')).toBe(false);
      await store.removeSeat('r', 'a');
      expect(await store.deleteRoomIfEmpty('r')).toBe(true);
      expect(await store.deleteRoomIfEmpty('r')).toBe(false);
      expect(await store.getRoom('r')).toBeUndefined();
    });

    it('holds signals in order and gives them out once', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      for (const seq of [1, 2]) expect(await store.hold('r', 'a', signal(seq), 10, LIMITS)).toBe(true);
      expect((await store.takeHeld('r', 'a')).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await store.takeHeld('r', 'a')).toEqual([]);
    });

    it('holds no more than the limits of number and size', async () => {
      const store = await storeWithRoom();
      await store.takeSeat('r', seat('a'), 2);
      await store.takeSeat('r', seat('b'), 2);
      const held = await Promise.all([1, 2, 3, 4].map((seq) => store.hold('r', 'a', signal(seq), 10, LIMITS)));
      expect(held).toEqual([true, true, true, false]);
      expect(await store.hold('r', 'b', signal(1), 990, LIMITS)).toBe(true);
      expect(await store.hold('r', 'b', signal(2), 11, LIMITS)).toBe(false);
      expect(await store.hold('r', 'b', signal(3), 10, LIMITS)).toBe(true);
    });

    it('holds nothing for somebody without a seat, and forgets it with the seat', async () => {
      const store = await storeWithRoom();
      expect(await store.hold('r', 'a', signal(1), 1, LIMITS)).toBe(false);
      expect(await store.hold('elsewhere', 'a', signal(1), 1, LIMITS)).toBe(false);
      await store.takeSeat('r', seat('a'), 2);
      await store.hold('r', 'a', signal(1), 1, LIMITS);
      await store.removeSeat('r', 'a');
      expect(await store.takeHeld('r', 'a')).toEqual([]);
    });

    it('counts rooms and seats', async () => {
      const store = await storeWithRoom();
      await store.createRoom(room('s'));
      await store.takeSeat('r', seat('a'), 2);
      await store.takeSeat('r', seat('a'), 2);
      await store.takeSeat('s', seat('b'), 2);
      await store.takeSeat('s', seat('c'), 2);
      await store.removeSeat('s', 'c');
      expect(await store.counts()).toEqual({ rooms: 2, participants: 2 });
    });
  });
}
