/**
 * `npm run bench:call`: how long from accepting a call to the first picture of the caller, with our element and with a
 * page written by hand, in one run, in turns. Ends with 1 if a bound is missed. docs/performance.md says how to read it.
 */
import type { Page } from '@playwright/test';
import { launchBrowser } from './join/browser.js';
import { openPageServer } from './join/page-server.js';
import { describeMachine } from './report/machine.js';
import { median, percentile, spread } from './report/statistics.js';
import { printFigures } from './report/table.js';
import { buildStale } from './servers/build-stale.js';
import { BARE_ROOMS, MeasuredServer, OURS } from './servers/measured-server.js';
import { roomToken } from './servers/tokens.js';

const ACCEPT_BOUND_MS = 1000;
const CALLS = 50;
/** A person may call another so often in a minute; then others do. So some calls are the first of their pages. */
const CALLS_PER_PAIR = 5;

/** What both pages have as `globalThis.bench`. */
interface CallBench {
  enter(place: { server: string; room: string; token: string }): void;
  isReady(): boolean;
  ring(): void;
  rings(): boolean;
  answer(): Promise<number>;
  hangUp(): void;
  isOver(): boolean;
}

const until = (page: Page, step: 'isReady' | 'rings' | 'isOver') =>
  page.waitForFunction((name) => (globalThis as unknown as { bench: CallBench }).bench[name](), step);

buildStale();
const tellHowBusy = describeMachine();
const [ours, bare, pages, browser] = await Promise.all([
  MeasuredServer.start(OURS),
  MeasuredServer.start(BARE_ROOMS),
  openPageServer(),
  launchBrowser(),
]);

interface Contestant {
  url: string;
  server: string;
  times: number[];
}

const CONTESTANTS: Record<'element' | 'byHand', Contestant> = {
  element: {
    url: `${pages.origin}/call-element.html?server=${encodeURIComponent(ours.origin)}`,
    server: ours.origin,
    times: [],
  },
  byHand: { url: `${pages.origin}/call-bare.html`, server: bare.origin, times: [] },
};

async function openPage({ url, server }: Contestant, room: string, identity: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  const token = await roomToken(room, identity, { kind: 'call' });
  await page.evaluate((place) => (globalThis as unknown as { bench: CallBench }).bench.enter(place), {
    server,
    room,
    token,
  });
  await until(page, 'isReady');
  return page;
}

async function callOverAndOver(contestant: Contestant, room: string): Promise<void> {
  const answerer = await openPage(contestant, room, 'answerer');
  const caller = await openPage(contestant, room, 'caller');
  for (let call = 0; call < CALLS_PER_PAIR; call += 1) {
    await caller.evaluate(() => (globalThis as unknown as { bench: CallBench }).bench.ring());
    await until(answerer, 'rings');
    contestant.times.push(
      await answerer.evaluate(() => (globalThis as unknown as { bench: CallBench }).bench.answer()),
    );
    await caller.evaluate(() => (globalThis as unknown as { bench: CallBench }).bench.hangUp());
    await Promise.all([until(caller, 'isOver'), until(answerer, 'isOver')]);
  }
  await Promise.all([caller.context().close(), answerer.context().close()]);
}

try {
  const { element, byHand } = CONTESTANTS;
  console.log(`${CALLS} calls each …`);
  for (let pair = 0; pair < CALLS / CALLS_PER_PAIR; pair += 1) {
    const order = pair % 2 === 0 ? [element, byHand] : [byHand, element];
    for (const contestant of order) await callOverAndOver(contestant, `calls ${pair}`);
  }
  tellHowBusy();
  const slowest = percentile(element.times, 95);
  const allMet = printFigures([
    { name: 'element, from accepting to the first picture', measured: `${spread(element.times)} ms` },
    { name: 'by hand', measured: `${spread(byHand.times)} ms` },
    { name: 'element / by hand', measured: (median(element.times) / median(byHand.times)).toFixed(2) },
    {
      name: 'element, 95th percentile',
      measured: `${slowest.toFixed(0)} ms`,
      bound: `<= ${ACCEPT_BOUND_MS} ms`,
      met: slowest <= ACCEPT_BOUND_MS,
    },
    { name: 'by hand, 95th percentile', measured: `${percentile(byHand.times, 95).toFixed(0)} ms` },
  ]);
  if (!allMet) process.exitCode = 1;
} finally {
  pages.close();
  await Promise.all([browser.close(), ours.stop(), bare.stop()]);
}
