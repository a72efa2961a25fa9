import { expect, it } from '@jest/globals';
import { describeMessageStore, messageOf } from '../message-store-contract.js';
import { MemoryMessageStore } from './memory-message-store.js';

describeMessageStore('memory', () => Promise.resolve(new MemoryMessageStore()));

it('the memory message store keeps no more messages of all rooms than it was told', async () => {
  const store = new MemoryMessageStore(3);
  const rooms = [1, 2, 3, 4, 5].map((n) => `room ${n}`);
  for (const room of rooms) await store.append(room, messageOf(room), { open: 9, restricted: 9 });
  const kept = await Promise.all(rooms.map((room) => store.list(room, 9)));
  expect(kept.map(({ length }) => length)).toEqual([0, 0, 1, 1, 1]);
});
