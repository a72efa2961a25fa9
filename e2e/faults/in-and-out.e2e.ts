/** Somebody comes and goes for hours in one page: nothing of it is left over. */
import type { CDPSession, Page } from '@playwright/test';
import { inLongRun, isLongRun } from '../../bench/report/long-run.js';
import { addCount } from '../rig/measure.js';
import type { ColourName } from '../rig/camera-clip.js';
import { Guest } from '../rig/guest.js';
import { expect, test } from '../rig/test.js';

const CYCLES = inLongRun(30, 600);
/** Cycles between two looks at the heap. */
const LOOK_EVERY = 20;

test('coming in and leaving again and again in one page leaves no connection and no heap behind', async ({
  browserFor,
  server,
  site,
  room,
}) => {
  test.setTimeout(900_000);
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
    for (let cycle = 0; cycle < CYCLES; cycle += LOOK_EVERY) {
      await page.evaluate(comeAndGo, Math.min(LOOK_EVERY, CYCLES - cycle));
      // Browsers give a page no more than 500 connections that are not collected yet, closed or not.
      for (const { session } of [ann, ben]) await session.send('HeapProfiler.collectGarbage');
      heaps.push((await ben.session.send('Runtime.getHeapUsage')).usedSize);
    }
    expect(await page.evaluate(() => window.openConnections)).toBe(0);
    await page.evaluate(() => document.querySelector('video-room')?.join());
    await ben.guest.expectState('joined');
    await ben.guest.expectPictures({ Ann: 'red' });
    await ann.guest.expectPictures({ Ben: 'green' });
    const left = await Promise.all([ann, ben].map((each) => each.page.evaluate(() => window.openConnections)));
    expect(left).toEqual([1, 1]);
    expect(await page.evaluate(() => window.madeConnections)).toBeGreaterThanOrEqual(CYCLES);
    if (!isLongRun) return;
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
    }
    override close(): void {
      if (this.signalingState !== 'closed') window.openConnections -= 1;
      super.close();
    }
  };
}

/** Leaves only once there is a link, which is what could be left over. */
async function comeAndGo(times: number): Promise<void> {
  const room = document.querySelector('video-room');
  if (!room) throw new Error('There is no element');
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => (isSo() ? resolve() : void setTimeout(look, 10));
      look();
    });
  for (let time = 0; time < times; time += 1) {
    room.join();
    await until(() => room.state === 'joined' && window.openConnections > 0);
    room.leave();
    await until(() => room.state !== 'joined' && window.openConnections === 0);
  }
}

declare global {
  interface Window {
    openConnections: number;
    madeConnections: number;
  }
}
