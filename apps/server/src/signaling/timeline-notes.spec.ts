/** What the server notes of rooms, and until when, from what rooms and calls tell. */
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Calls } from '@video-room/calls';
import type { RoomRecord } from '@video-room/protocol';
import type { Rooms } from '@video-room/rooms';
import { MemoryTimelineStore } from '@video-room/state';
import { Timeline } from '@video-room/timeline';
import { createServerLog } from '../log/server-log.js';
import { Directory } from './directory.js';
import { TimelineNotes } from './timeline-notes.js';

const HOUR = 60 * 60 * 1000;
const room = 'r';
const record = (more: Partial<RoomRecord> = {}) => ({ name: room, ...more }) as RoomRecord;

let timeline: Timeline;
let rooms: Rooms;

beforeEach(() => {
  jest.useFakeTimers();
  timeline = new Timeline(new MemoryTimelineStore());
  rooms = new EventEmitter() as unknown as Rooms;
  const calls = new EventEmitter() as unknown as Calls;
  new TimelineNotes(timeline, rooms, calls, new Directory(), createServerLog('silent')).start();
});
afterEach(() => {
  timeline.close();
  jest.useRealTimers();
});

it('follows what the room says of itself, and forgets it an hour after it has gone', async () => {
  rooms.emit('away', { room, participant: 'ada' });
  rooms.emit('room', { room: record({ timeline: true }), to: ['ada'] });
  rooms.emit('gone', { room, participant: 'ada', reason: 'lost' });
  rooms.emit('closed', { room });
  rooms.emit('away', { room, participant: 'ben' });
  await jest.advanceTimersByTimeAsync(HOUR - 1);
  const { records = [] } = (await timeline.read(room)) ?? {};
  expect(records.map(({ record: { text, person, detail } }) => [text, person, detail])).toEqual([
    ['left', 'ada', { reason: 'lost' }],
  ]);
  await jest.advanceTimersByTimeAsync(1);
  expect(await timeline.read(room)).toBeUndefined();
  rooms.emit('room', { room: record({ timeline: true }), to: [] });
  rooms.emit('room', { room: record(), to: [] });
  expect(timeline.isOn(room)).toBe(false);
});
