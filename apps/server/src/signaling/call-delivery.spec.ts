import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { ApiKeys } from '@video-room/auth';
import { Calls } from '@video-room/calls';
import type { CallRecord, CallState } from '@video-room/protocol';
import { Rooms } from '@video-room/rooms';
import { MemoryCallStore, MemoryRoomStore } from '@video-room/state';
import { API_KEY } from '../../test/test-server.js';
import { roomsWorld } from '../calls/rooms-world.js';
import { createServerLog } from '../log/server-log.js';
import { CallDelivery } from './call-delivery.js';
import { Directory } from './directory.js';
import { SeatNotes } from './seat-notes.js';
import type { SignalingSocket } from './signaling-socket.js';

/** Calls are made to change by the test; sockets remember what they are told. */
function setUp() {
  const rooms = new Rooms(new MemoryRoomStore(), { capacity: 9, awayGraceMs: 1, returnGraceMs: 1 });
  const calls = new Calls(new MemoryCallStore(), roomsWorld(rooms), { ringMs: 1000 });
  const directory = new Directory();
  const log = createServerLog('silent', new Writable());
  const delivery = new CallDelivery(calls, directory, new SeatNotes(new ApiKeys([API_KEY]), calls), log);
  delivery.start(rooms);
  const record: CallRecord = {
    id: 'c',
    kind: 'ring',
    state: 'ringing',
    caller: { identity: 'ben', name: 'Ben' },
    video: true,
    createdAt: 1,
  };
  return {
    becomes: (state: CallState) => calls.emit('call', { room: 'r', to: 'ann', call: { ...record, state } }),
    /** A page of Ann's; `welcome` begins to make its `ready`, which is out once its result is called. */
    page: () => {
      const told: string[] = [];
      const data = { holder: { room: 'r', participant: 'ann' }, acceptedCalls: [] };
      const emit = (_: string, { state }: CallRecord) => told.push(state);
      const socket = { data, emit } as unknown as SignalingSocket;
      const welcome = async (isSeated = true) => {
        let finish = (): void => undefined;
        const said = new Promise<void>((resolve) => (finish = resolve));
        let done: Promise<void> | undefined;
        await new Promise<void>((begun) => {
          done = delivery.welcome(socket, async () => {
            begun();
            await said;
            if (!isSeated) return;
            told.push('ready');
            directory.add(socket);
          });
        });
        return () => {
          finish();
          return done;
        };
      };
      return { told, welcome };
    },
  };
}

describe('calls that change while a `ready` is being made', () => {
  it('are told after it', async () => {
    const { page, becomes } = setUp();
    const { told, welcome } = page();
    const ready = await welcome();
    becomes('missed');
    expect(told).toEqual([]);
    await ready();
    becomes('failed');
    expect(told).toEqual(['ready', 'missed', 'failed']);
  });

  it.each([
    ['first', 0],
    ['last', 1],
  ])('reach the page that takes over, though the other is still welcomed and ends %s', async (_, order) => {
    const { page, becomes } = setUp();
    const [old, now] = [page(), page()];
    const [begun, ready] = [await old.welcome(false), await now.welcome()];
    becomes('busy');
    if (order === 0) await begun();
    becomes('missed');
    await ready();
    if (order === 1) await begun();
    becomes('failed');
    expect(now.told).toEqual(['ready', 'busy', 'missed', 'failed']);
    expect(old.told).toEqual([]);
  });

  it('are told after the second, to somebody who is let in while the first is being made', async () => {
    const { page, becomes } = setUp();
    const { told, welcome } = page();
    const [outside, inside] = [await welcome(), await welcome()];
    becomes('busy');
    await outside();
    becomes('missed');
    await inside();
    expect(told).toEqual(['ready', 'ready', 'busy', 'missed']);
  });
});
