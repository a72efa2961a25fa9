/** Somebody comes and goes for hours in one page: nothing of it is left over. */
import type { CDPSession, Page } from '@playwright/test';
import { inLongRun, isLongRun } from '../../bench/report/long-run.js';
import { addCount } from '../rig/measure.js';
import type { ColourName } from '../rig/camera-clip.js';
import { Guest } from '../rig/guest.js';
import { expect, test } from '../rig/test.js';

/** Before anything is compared: until the log of what connections do, which has room for so many lines, is full. */
const FILLING = inLongRun(0, 400);
const CYCLES = inLongRun(20, 600);
/** Cycles between two looks at the heap. */
const LOOK_EVERY = 20;
/**
 * Chromium 156 never lets go of a connection that is closed within some 100 ms of having gathered its candidates, also in a
 * page that holds nothing but that; so nobody leaves sooner than this after that.
 */
const STAY_MS = 250;
/** More than there are after 20 times, and less than if each left its buttons behind. */
const MOST_ELEMENTS = 200;
/** A browser looks for a while whether what was asked for was used. */
const COLLECTED_MS = 30_000;

test('coming in and leaving again and again in one page leaves no connection and no heap behind', async ({
  browserFor,
  server,
  site,
  room,
}) => {
  test.setTimeout(1_200_000);
  const pages: Page[] = [];
  /** What looks on elsewhere keeps every connection, which would be what is looked for here. */
  const enter = async (colour: ColourName, name: string): Promise<Counted> => {
    const page = await (await (await browserFor(colour)).newContext()).newPage();
    pages.push(page);
    await page.addInitScript(countConnections);
    await page.goto(site.url({ token: await server.token({ room, identity: name.toLowerCase(), name }) }));
    return { guest: new Guest(page), page, session: await page.context().newCDPSession(page) };
  };
  try {
    const ann = await enter('red', 'Ann');
    const ben = await enter('green', 'Ben');
    await ben.guest.expectState('joined');
    const { page } = ben;
    const heaps: number[] = [];
    for (let cycle = 0; cycle < FILLING + CYCLES; cycle += LOOK_EVERY) {
      await page.evaluate(comeAndGo, { times: Math.min(LOOK_EVERY, FILLING + CYCLES - cycle), stayMs: STAY_MS });
      for (const { session } of [ann, ben]) await session.send('HeapProfiler.collectGarbage');
      heaps.push((await ben.session.send('Runtime.getHeapUsage')).usedSize);
    }
    const alive = (what: string) => countAlive(ben.session, what);
    await expect.poll(() => alive('RTCPeerConnection'), { timeout: COLLECTED_MS }).toBe(0);
    expect(await alive('HTMLElement'), 'elements of rooms that were left').toBeLessThan(MOST_ELEMENTS);
    expect(await page.evaluate(() => window.openConnections)).toBe(0);
    await page.evaluate(() => document.querySelector('video-room')?.join());
    await ben.guest.expectState('joined');
    await ben.guest.expectPictures({ Ann: 'red' });
    await ann.guest.expectPictures({ Ben: 'green' });
    const left = await Promise.all([ann, ben].map((each) => each.page.evaluate(() => window.openConnections)));
    expect(left).toEqual([1, 1]);
    expect(await page.evaluate(() => window.madeConnections)).toBeGreaterThanOrEqual(FILLING + CYCLES);
    if (!isLongRun) return;
    heaps.splice(0, FILLING / LOOK_EVERY);
    const third = Math.floor(heaps.length / 3);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [early, late] = [mean(heaps.slice(third, 2 * third)), mean(heaps.slice(-third))];
    const growth = (late / early - 1) * 100;
    const kilobytes = (bytes: number) => Math.round(bytes / 1024);
    addCount(
      `${CYCLES} times in and out: heap of the last third over the middle one (${kilobytes(early)} kB)`,
      growth,
      { most: 2 },
      ' %',
    );
    addCount(`${CYCLES} times in and out: connections left open`, Math.max(...left) - 1, { most: 0 });
  } finally {
    for (const page of pages) await page.context().close();
  }
});

interface Counted {
  guest: Guest;
  page: Page;
  session: CDPSession;
}

function countConnections(): void {
  window.openConnections = window.madeConnections = 0;
  const { RTCPeerConnection: Original } = window;
  window.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.openConnections += 1;
      window.madeConnections += 1;
      window.lastConnection = this;
    }
    override close(): void {
      if (this.signalingState !== 'closed') window.openConnections -= 1;
      if (window.lastConnection === this) delete window.lastConnection;
      super.close();
    }
  };
}

/** How many objects of a kind a page has that are not collected. */
async function countAlive(session: CDPSession, kind: string): Promise<number> {
  const group = { objectGroup: 'alive' };
  const expression = `${kind}.prototype`;
  const { result: prototype } = await session.send('Runtime.evaluate', { expression, ...group });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId ?? '',
    ...group,
  });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', group);
  return Number(result.value);
}

/** Leaves only once there is a link with a path, which is what could be left over. */
async function comeAndGo({ times, stayMs }: { times: number; stayMs: number }): Promise<void> {
  const room = document.querySelector('video-room');
  if (!room) throw new Error('There is no element');
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (isSo() ? resolve() : void setTimeout(look, 10));
      look();
    });
  for (let time = 0; time < times; time += 1) {
    room.join();
    await until(() => {
      const { connectionState, iceGatheringState } = window.lastConnection ?? {};
      return connectionState === 'connected' && iceGatheringState === 'complete';
    });
    await new Promise((resolve) => setTimeout(resolve, stayMs));
    room.leave();
    await until(() => room.state !== 'joined' && window.openConnections === 0);
  }
}

declare global {
  interface Window {
    openConnections: number;
    madeConnections: number;
    lastConnection?: RTCPeerConnection;
  }
}
