/**
 * What every call store must do, as tests. A driver's spec calls this with a way to make an empty store; nothing here
 * knows which driver it is.
 */
import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '@video-room/protocol';
import type { CallStore } from './call-store.js';

const ringingCall = (id: string, more: Partial<CallRecord> = {}): CallRecord => ({
  id,
  kind: 'ring',
  state: 'ringing',
  caller: { identity: 'ada', name: 'Ada', participant: 'a' },
  callee: { identity: 'ben', name: 'Ben' },
  video: true,
  createdAt: 1,
  ringsUntil: 45_001,
  ...more,
});

export const finishedCall = (id: string, endedAt: number): CallRecord =>
  ringingCall(id, { state: 'missed', createdAt: endedAt - 1, endedAt });

const ids = (calls: CallRecord[]) => calls.map(({ id }) => id);

export function describeCallStore(driver: string, createStore: () => Promise<CallStore>): void {
  describe(`${driver} call store`, () => {
    it('adds a call once: of several with one id the first stays', async () => {
      const store = await createStore();
      const outcomes = await Promise.all(
        [1, 2, 3].map((createdAt) => store.addCall('r', ringingCall('c', { createdAt }))),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await store.calls('r')).toEqual([ringingCall('c', { createdAt: outcomes.indexOf(true) + 1 })]);
    });

    it('lets exactly one of all leave a state', async () => {
      const store = await createStore();
      await store.addCall('r', ringingCall('c'));
      const changes = Array.from({ length: 10 }, (_, n) =>
        ringingCall('c', n % 2 ? { state: 'accepted', answeredAt: n } : { state: 'cancelled', endedAt: n }),
      );
      const outcomes = await Promise.all(changes.map((change) => store.replaceCall('r', change, 'ringing')));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await store.getCall('r', 'c')).toEqual(changes[outcomes.indexOf(true)]);
    });

    it('replaces only a call that is there and is in the state it is said to leave', async () => {
      const store = await createStore();
      const ended = ringingCall('c', { state: 'cancelled', endedAt: 2 });
      expect(await store.replaceCall('r', ended, 'ringing')).toBe(false);
      await store.addCall('r', ringingCall('c'));
      expect(await store.replaceCall('r', ended, 'accepted')).toBe(false);
      expect(await store.replaceCall('elsewhere', ended, 'ringing')).toBe(false);
      expect(await store.calls('r')).toEqual([ringingCall('c')]);
      expect(await store.calls('elsewhere')).toEqual([]);
    });

    it('tells the open ones from the finished ones, each oldest first', async () => {
      const store = await createStore();
      for (const [id, createdAt] of [['c', 3] as const, ['a', 1] as const, ['b', 2] as const, ['d', 4] as const]) {
        await store.addCall('r', ringingCall(id, { createdAt }));
      }
      await store.replaceCall('r', ringingCall('b', { createdAt: 2, state: 'missed', endedAt: 9 }), 'ringing');
      await store.replaceCall('r', ringingCall('a', { createdAt: 1, state: 'accepted', answeredAt: 9 }), 'ringing');
      expect(ids(await store.openCalls('r'))).toEqual(['a', 'c', 'd']);
      expect(ids(await store.calls('r'))).toEqual(['a', 'b', 'c', 'd']);
      expect(await store.openCalls('elsewhere')).toEqual([]);
    });

    it.each(['__proto__', 'constructor', ' ', '🦊', 'a/b:c*', 'a\nb'])('keeps a room named %j apart', async (name) => {
      const store = await createStore();
      expect(await store.getCall(name, 'c')).toBeUndefined();
      await store.addCall(name, ringingCall('c'));
      expect(ids(await store.calls(name))).toEqual(['c']);
      expect(await store.calls('r')).toEqual([]);
      expect(await store.getCall('r', 'c')).toBeUndefined();
    });

    it('forgets the finished calls that ended first, never an open one', async () => {
      const store = await createStore();
      await store.addCall('r', ringingCall('open'));
      await store.addCall('r', ringingCall('last', { createdAt: 0 }));
      for (const n of [2, 3, 4]) await store.addCall('r', finishedCall(`f${n}`, n));
      await store.replaceCall('r', ringingCall('last', { createdAt: 0, state: 'missed', endedAt: 5 }), 'ringing');
      await store.trimCalls('r', { most: 2, endedBefore: 0 });
      expect(ids(await store.calls('r'))).toEqual(['last', 'open', 'f4']);
    });

    it('forgets what ended long ago in every room', async () => {
      const store = await createStore();
      for (const endedAt of [10, 20, 30]) {
        for (const room of ['r', 's']) await store.addCall(room, finishedCall(`${room}${endedAt}`, endedAt));
      }
      await store.trimCalls('r', { most: 1000, endedBefore: 20 });
      expect(ids(await store.calls('r'))).toEqual(['r20', 'r30']);
      expect(ids(await store.calls('s'))).toEqual(['s20', 's30']);
      expect(await store.getCall('s', 's10')).toBeUndefined();
    });
  });
}
