/**
 * What every message store must do, as tests. A driver's spec calls this with a way to make an empty store; nothing here
 * knows which driver it is.
 */
import { describe, expect, it } from '@jest/globals';
import type { ChatRecord } from '@video-room/protocol';
import type { MessageStore, StoredMessage } from './message-store.js';

export const messageOf = (id: string, readers?: string[]): StoredMessage => ({
  record: { id, at: 1, from: { identity: 'ada', name: 'Ada', participant: 'a' }, text: `text of ${id}` },
  ...(readers && { readers }),
});

const BOUNDS = { open: 3, restricted: 2 };

const ids = (messages: ChatRecord[]) => messages.map(({ id }) => id);

export function describeMessageStore(driver: string, createStore: () => Promise<MessageStore>): void {
  describe(`${driver} message store`, () => {
    it('gives back what was put in, in that order, with what came of others in between', async () => {
      const store = await createStore();
      const said = [messageOf('1'), messageOf('2', ['ada', 'ben']), messageOf('3')];
      for (const message of said) await store.append('r', message, BOUNDS);
      expect(await store.list('r', 10, 'ben')).toEqual(said.map(({ record }) => record));
    });

    it('shows each person what that person may read, and nobody in particular what everybody may', async () => {
      const store = await createStore();
      for (const message of [messageOf('1'), messageOf('2', ['ada', 'ben']), messageOf('3', ['cyd'])]) {
        await store.append('r', message, BOUNDS);
      }
      expect(ids(await store.list('r', 10, 'ada'))).toEqual(['1', '2']);
      expect(ids(await store.list('r', 10, 'cyd'))).toEqual(['1', '3']);
      expect(ids(await store.list('r', 10, 'eve'))).toEqual(['1']);
      expect(ids(await store.list('r', 10))).toEqual(['1']);
    });

    it('gives the last of them if there are more than asked for', async () => {
      const store = await createStore();
      for (const id of ['1', '2', '3']) await store.append('r', messageOf(id), BOUNDS);
      expect(ids(await store.list('r', 2, 'ada'))).toEqual(['2', '3']);
      expect(await store.list('r', 0, 'ada')).toEqual([]);
    });

    it('keeps the last of each sort: neither can push the other out', async () => {
      const store = await createStore();
      for (const id of ['1', '2', '3', '4']) await store.append('r', messageOf(id), BOUNDS);
      for (const id of ['a', 'b', 'c']) await store.append('r', messageOf(id, ['ada']), BOUNDS);
      expect(ids(await store.list('r', 10, 'ada'))).toEqual(['2', '3', '4', 'b', 'c']);
      await store.append('r', messageOf('5'), BOUNDS);
      expect(ids(await store.list('r', 10, 'ada'))).toEqual(['3', '4', 'b', 'c', '5']);
    });

    it('forgets a room, and only that one', async () => {
      const store = await createStore();
      for (const room of ['r', 's']) await store.append(room, messageOf(room), BOUNDS);
      await store.drop('r');
      await store.drop('never there');
      expect(await store.list('r', 10, 'ada')).toEqual([]);
      expect(ids(await store.list('s', 10, 'ada'))).toEqual(['s']);
      await store.append('r', messageOf('anew'), BOUNDS);
      expect(ids(await store.list('r', 10))).toEqual(['anew']);
    });

    it.each(['__proto__', 'constructor', ' ', '🦊', 'a/b:c*', 'a\nb'])('keeps a room named %j apart', async (name) => {
      const store = await createStore();
      expect(await store.list(name, 10, '__proto__')).toEqual([]);
      await store.append(name, messageOf('1', ['__proto__']), BOUNDS);
      expect(ids(await store.list(name, 10, '__proto__'))).toEqual(['1']);
      expect(await store.list(name, 10, 'constructor')).toEqual([]);
      expect(await store.list('r', 10, '__proto__')).toEqual([]);
    });
  });
}
