/** Nobody looks at a page, its laptop sleeps, it is frozen, left and come back to: still in, or back by itself. */
import type { Page } from '@playwright/test';
import { inLongRun, isLongRun } from '../../bench/report/long-run.js';
import { launchChromium } from '../rig/browsers.js';
import { Guest } from '../rig/guest.js';
import { msUntilMediaOf, readJournal, startJournal } from '../rig/journal.js';
import { addCount, addTimes } from '../rig/measure.js';
import { freeze, Sleeper } from '../rig/sleeping.js';
import { hide } from '../rig/tabs.js';
import { expect, test } from '../rig/test.js';
import { watchPage } from '../rig/watched-page.js';

/** What others would be told if somebody's connection had suffered. */
const GONE = /^person away|^left|^joined|^connection (?!connected)/;

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a tab is hidden for minutes: still in, and heard', async ({ enter, openWindow, server, site, room }) => {
  test.setTimeout(600_000);
  const window = await openWindow();
  const page = await window.newPage();
  await watchPage(page);
  await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
  const ben = new Guest(page);
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectPictures({ Ben: 'green' });
  await startJournal(ann);
  await hide(page);
  // Browsers let timers of hidden pages run once a minute after a while.
  await rest(inLongRun(2_000, 120_000));
  const heard = (await ann.audioEnergy())[0] ?? 0;
  await expect.poll(async () => (await ann.audioEnergy())[0] ?? 0).toBeGreaterThan(heard);
  expect(await ben.state()).toBe('joined');
  const told = (await readJournal(ann)).entries.filter(({ what }) => GONE.test(what));
  addCount('a tab hidden for 2 min: drops as others see them', told.length, { most: 0 });
  expect(told).toEqual([]);
  await page.bringToFront();
  await ben.expectPictures({ Ann: 'red' });
});

test('a laptop sleeps: when it wakes up, he is back by himself', async ({ enter, server, site, room }) => {
  test.setTimeout(600_000);
  const browser = await launchChromium('green');
  const sleeper = await Sleeper.of(browser);
  try {
    const page = await browser.newPage();
    await watchPage(page);
    await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
    const ben = new Guest(page);
    const ann = await enter('Ann', { colour: 'red' });
    const back: number[] = [];
    for (let round = 0; round < inLongRun(1, 2); round += 1) {
      await ann.expectPictures({ Ben: 'green' });
      await ben.expectPictures({ Ann: 'red' });
      for (const each of [ann, ben]) await startJournal(each);
      sleeper.sleep();
      await rest(inLongRun(4_000, 120_000));
      if (isLongRun) await ann.expectPeople('Ann');
      sleeper.wake();
      const awakeAt = Date.now();
      await ann.expectPictures({ Ben: 'green' });
      await ben.expectPictures({ Ann: 'red' });
      for (const each of [ann, ben]) {
        await each.expectPicturesMove();
        back.push(await msUntilMediaOf(each, awakeAt));
      }
    }
    addTimes('a laptop slept for 2 min: until both see each other again', back, 5_000);
  } finally {
    sleeper.wake();
    await browser.close();
  }
});

test('a page is frozen and goes on: still in, or back by itself', async ({ enter, openWindow, server, site, room }) => {
  test.setTimeout(300_000);
  // Browsers freeze no page that somebody sees.
  const page = await (await openWindow()).newPage();
  await watchPage(page);
  await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
  const [ann, ben] = [await enter('Ann', { colour: 'red' }), new Guest(page)];
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await hide(page);
  await startJournal(ann);
  await page.evaluate(watchPauses);
  const goOn = await freeze(page);
  const frozenMs = inLongRun(2_000, 60_000);
  await rest(frozenMs);
  await goOn();
  const activeAt = Date.now();
  await expect
    .poll(() => page.evaluate(() => window.longestPauseMs), 'nothing ran in the page')
    .toBeGreaterThan(frozenMs * 0.9);
  await page.bringToFront();
  await ben.expectState('joined');
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const each of [ann, ben]) await each.expectPicturesMove();
  addTimes('a page frozen for 60 s: until both see each other again', [await msUntilMediaOf(ann, activeAt)], 5_000);
});

/** Notes the longest time in which no timer ran. */
function watchPauses(): void {
  window.longestPauseMs = 0;
  let last = performance.now();
  setInterval(() => {
    window.longestPauseMs = Math.max(window.longestPauseMs, performance.now() - last);
    last = performance.now();
  }, 50);
}

declare global {
  interface Window {
    longestPauseMs: number;
  }
}

test('a page is left and come back to with the back button: in the same seat', async ({
  enter,
  server,
  site,
  room,
}) => {
  // By default tests have no such pages that browsers keep as they were.
  const browser = await launchChromium('green', { without: ['--disable-back-forward-cache'] });
  try {
    const page = await browser.newPage();
    await watchPage(page);
    await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
    const [ann, ben] = [await enter('Ann', { colour: 'red' }), new Guest(page)];
    await ann.expectPictures({ Ben: 'green' });
    const idOf = () => page.evaluate(() => document.querySelector('video-room')?.localParticipant?.id);
    const before = await idOf();
    await page.goto(`${site.origin}/?elsewhere`);
    await page.goBack();
    await ben.expectState('joined');
    await ann.expectPictures({ Ben: 'green' });
    await ben.expectPictures({ Ann: 'red' });
    expect(await idOf()).toBe(before);
    test.info().annotations.push({ type: 'loaded anew because of', description: (await whyNotKept(page)).join() });
  } finally {
    await browser.close();
  }
});

/** Why the browser has loaded a page anew that was come back to, instead of keeping it; nothing if it was kept. */
const whyNotKept = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
      notRestoredReasons?: { reasons: { reason: string }[] } | null;
    })[];
    return navigation?.notRestoredReasons?.reasons.map(({ reason }) => reason) ?? [];
  });

test('the system takes the microphone away and gives it back: others hear him again, without a click', async ({
  enter,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await expect.poll(() => ann.energyDuring(1)).toBeGreaterThan(0.0005);
  const set = (muted: boolean) =>
    ben.page.evaluate((isMuted) => {
      const track = window.deviceTracks.findLast(({ kind, readyState }) => kind === 'audio' && readyState === 'live');
      if (!track) throw new Error('There is no microphone');
      Object.defineProperty(track, 'muted', { value: isMuted, configurable: true });
      track.dispatchEvent(new Event(isMuted ? 'mute' : 'unmute'));
    }, muted);
  await set(true);
  await expect.poll(async () => (await ann.media('Ben'))?.microphone).toBe(false);
  await set(false);
  await expect.poll(async () => (await ann.media('Ben'))?.microphone).toBe(true);
  await expect.poll(() => ann.energyDuring(1)).toBeGreaterThan(0.0005);
  expect(await ben.microphone()).toBe('on');
});
