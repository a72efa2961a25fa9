import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { LogBus, Logger } from '@video-room/log';
import type { LateMedia, LateMediaOptions } from './late-media.js';
import type { Entered } from './room-media.js';
import { INITIAL_STATE } from './session-state.js';

/** What media were made with, or told of later. */
let entered: Entered[];
/** How often it can not be loaded. */
let failures: number;
let media: LateMedia;

jest.unstable_mockModule('./room-media.js', () => {
  if (failures > 0) {
    failures -= 1;
    throw new Error('offline');
  }
  return {
    RoomMedia: class {
      constructor(options: { entered: Entered }) {
        entered.push(options.entered);
      }
      enter(again: Entered) {
        entered.push(again);
      }
      show() {
        return undefined;
      }
      close() {
        return undefined;
      }
    },
  };
});

/** One came in, or again, and the room keeps a timeline or does not. */
const entering = (timeline: boolean): Entered => ({ ready: { timeline } }) as unknown as Entered;

beforeEach(async () => {
  jest.useFakeTimers();
  jest.resetModules();
  [entered, failures] = [[], 0];
  const bus = new LogBus();
  const { LateMedia } = await import('./late-media.js');
  media = new LateMedia({
    bus,
    log: new Logger(bus, { category: 'session' }),
    state: () => INITIAL_STATE,
    onLoaded: () => undefined,
  } as unknown as LateMediaOptions);
});
afterEach(() => {
  media.close();
  jest.useRealTimers();
});

it('tries again, with what is agreed to by then and not with what was', async () => {
  const [before, now] = [entering(true), entering(false)];
  failures = 2;
  await media.load(before);
  await media.load(now);
  expect(entered).toEqual([]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(entered).toEqual([now]);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(entered).toEqual([now]);
});

it('does not try again for a room one has left', async () => {
  failures = 1;
  await media.load(entering(true));
  media.close();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(entered).toEqual([]);
});

it('tells what is there already of each time one is in the room again', async () => {
  const times = [entering(false), entering(true)];
  for (const one of times) await media.load(one);
  expect(entered).toEqual(times);
});
