import { expect, it } from '@jest/globals';
import { describeCallStore, finishedCall } from '../call-store-contract.js';
import { MemoryCallStore } from './memory-call-store.js';

describeCallStore('memory', () => Promise.resolve(new MemoryCallStore()));

it('the memory call store keeps no more finished calls of all rooms than it was told', async () => {
  const store = new MemoryCallStore(3);
  for (const n of [1, 2, 3, 4, 5]) await store.addCall(`room ${n}`, finishedCall(`c${n}`, n));
  const kept = await Promise.all([1, 2, 3, 4, 5].map((n) => store.calls(`room ${n}`)));
  expect(kept.map((calls) => calls.length)).toEqual([0, 0, 1, 1, 1]);
});
