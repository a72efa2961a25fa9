/**
 * What every timeline store must do, as tests. A driver's spec calls this with a way to make an empty store; nothing here
 * knows which driver it is.
 */
import { describe, expect, it } from '@jest/globals';
import type { StoredTimeline, TimelineBatch, TimelineStore } from './timeline-store.js';

const BOUNDS = { shareLines: 4, lines: 8, size: 100_000, rooms: 3 };

export const batchOf = (share: string, storedAt: number, ...texts: string[]): TimelineBatch => ({
  from: share,
  share,
  storedAt,
  offsetMs: 0,
  dropped: 0,
  lines: texts.map((text) => ({ time: storedAt, level: 'info', category: 'signal', text })),
});

const texts = (timeline: StoredTimeline | undefined) =>
  timeline?.batches.flatMap(({ lines }) => lines.map(({ text }) => text));

export function describeTimelineStore(driver: string, createStore: () => Promise<TimelineStore>): void {
  describe(`${driver} timeline store`, () => {
    it('gives back what was put in, numbered in that order, of that room alone', async () => {
      const store = await createStore();
      const batches = [batchOf('ada', 1, 'a', 'b'), batchOf('server', 1, 'c'), batchOf('ada', 2, 'd')];
      for (const batch of batches) await store.append('r', batch, BOUNDS);
      await store.append('s', batchOf('ben', 3, 'e'), BOUNDS);
      const { batches: kept = [], displaced } = (await store.read('r')) ?? {};
      expect(displaced).toBe(0);
      expect(kept.map(({ number: _, ...batch }) => batch)).toEqual(batches);
      const numbers = kept.map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
      expect(await store.read('t')).toBeUndefined();
    });

    it('lets the oldest of a share make room for the same share, and counts it', async () => {
      const store = await createStore();
      await store.append('r', batchOf('ben', 1, 'quiet'), BOUNDS);
      for (const text of ['1', '2', '3', '4', '5', '6']) await store.append('r', batchOf('ada', 2, text), BOUNDS);
      const timeline = await store.read('r');
      expect(texts(timeline)).toEqual(['quiet', '3', '4', '5', '6']);
      expect(timeline?.displaced).toBe(2);
    });

    it('counts with what makes room what had been lost before it', async () => {
      const store = await createStore();
      for (const n of [1, 2, 3, 4, 5, 6]) await store.append('r', { ...batchOf('ada', n, 'a'), dropped: 10 }, BOUNDS);
      const { batches = [], displaced } = (await store.read('r')) ?? {};
      expect(displaced).toBe(2 + 20);
      expect(batches.map(({ dropped }) => dropped)).toEqual([10, 10, 10, 10]);
    });

    it('lets the largest share make room when the room is full', async () => {
      const store = await createStore();
      for (const share of ['ada', 'ben']) {
        for (const n of [1, 2, 3]) await store.append('r', batchOf(share, n, `${share} ${n}`), BOUNDS);
      }
      await store.append('r', batchOf('cyd', 4, 'c1', 'c2'), BOUNDS);
      await store.append('r', batchOf('ben', 5, 'ben 4'), BOUNDS);
      const timeline = await store.read('r');
      expect(texts(timeline)).toEqual(['ada 1', 'ada 2', 'ada 3', 'ben 2', 'ben 3', 'c1', 'c2', 'ben 4']);
      expect(timeline?.displaced).toBe(1);
    });

    it('keeps no more than so much of a room, whatever it is made of', async () => {
      const store = await createStore();
      const bounds = { ...BOUNDS, size: 3_000 };
      for (const share of ['a', 'b', 'c', 'd']) await store.append('r', batchOf(share, 1, share.repeat(1_000)), bounds);
      const timeline = await store.read('r');
      expect(JSON.stringify(timeline?.batches.map(({ lines }) => lines)).length).toBeLessThan(3_200);
      expect(texts(timeline)?.at(-1)).toBe('d'.repeat(1_000));
      expect(timeline?.displaced).toBe(2);
      await store.append('r', batchOf('e', 1, 'e'.repeat(5_000)), bounds);
      await store.append('r', batchOf('f', 1, 'f'), bounds);
      expect(texts(await store.read('r'))?.at(-1)).toBe('f');
    });

    it('keeps no more than so many rooms: the one that was quiet for longest goes', async () => {
      const store = await createStore();
      for (const room of ['r', 's', 't', 'r', 'u']) await store.append(room, batchOf('ada', 1, room), BOUNDS);
      expect(texts(await store.read('r'))).toEqual(['r', 'r']);
      expect(await store.read('s')).toBeUndefined();
      for (const room of ['t', 'u']) expect(texts(await store.read(room))).toEqual([room]);
    });

    it('forgets what came before a time, of one room or of all, and makes room by that', async () => {
      const store = await createStore();
      for (const room of ['r', 's']) {
        for (const at of [10, 20]) await store.append(room, batchOf('ada', at, `${at}`), BOUNDS);
      }
      await store.forget(20, 'r');
      expect(texts(await store.read('r'))).toEqual(['20']);
      expect(texts(await store.read('s'))).toEqual(['10', '20']);
      await store.forget(21);
      expect(await store.read('r')).toBeUndefined();
      expect(await store.read('s')).toBeUndefined();
      await store.forget(99, 'never there');
      for (const text of ['1', '2', '3', '4']) await store.append('r', batchOf('ada', 30, text), BOUNDS);
      expect(await store.read('r')).toMatchObject({ displaced: 0 });
    });

    it.each(['__proto__', 'constructor', ' ', '🦊', 'a/b:c*', 'a\nb'])(
      'keeps a room and share %j apart',
      async (name) => {
        const store = await createStore();
        expect(await store.read(name)).toBeUndefined();
        await store.append(name, batchOf(name, 1, 'own'), BOUNDS);
        await store.append('r', batchOf('ada', 1, 'other'), BOUNDS);
        expect(texts(await store.read(name))).toEqual(['own']);
        expect(texts(await store.read('r'))).toEqual(['other']);
      },
    );
  });
}
