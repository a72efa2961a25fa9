/** What the overlay costs a page in a call of four: with each view open, and closed again, beside never opened. */
import type { Browser, Page } from '@playwright/test';
import { openWatched } from '../join/browser.js';
import { cpuSeconds, everybodySees, REST_MS, SETTLE_MS, type Contestant } from '../mesh/gathering.js';
import { MainThread } from './main-thread.js';

export const VIEWS = ['Log', 'Ladder', 'Connections'] as const;
export type View = (typeof VIEWS)[number];
/** `before`: it has not been open yet. `closed`: it has. */
export type Part = 'before' | 'closed' | View;

export interface Share {
  /** Of a core: the page's main thread, and the whole browser with all that decodes and draws. */
  page: number;
  browser: number;
  /** The main thread of somebody else's page in the same seconds, where the overlay was never open. */
  control: number;
}

/** Every second of the call has the same in it, so this is enough to count what comes every two. */
const MEASURE_MS = 6000;
const PEOPLE = 4;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** In a call of its own, whose other three are in another browser. */
export async function callCost(own: Browser, others: Browser, { page: url, place }: Contestant, rounds: number) {
  const room = `bench-${Math.random().toString(36).slice(2)}`;
  const pages: Page[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const page = await openWatched(index === 0 ? own : others, url);
    pages.push(page);
    const where = await place(room, `person ${index}`);
    await page.evaluate((there) => void window.bench.enter(there), where);
    await rest(REST_MS);
  }
  await everybodySees(pages);
  await rest(SETTLE_MS);
  const page = pages[0]!;
  const [thread, control] = await Promise.all([MainThread.of(page), MainThread.of(pages[1]!)]);
  const shares: Record<Part, Share[]> = { before: [], closed: [], Log: [], Ladder: [], Connections: [] };
  const measure = async (part: Part) => {
    // What opening and closing take is not what having it open takes.
    await rest(REST_MS);
    const [cpu, startedAt] = [await cpuSeconds(own), performance.now()];
    const busy = () => Promise.all([thread.seconds(), control.seconds()]);
    const [page, other] = await busy();
    await rest(MEASURE_MS);
    const [pageAfter, otherAfter] = await busy();
    const seconds = (performance.now() - startedAt) / 1000;
    const browser = ((await cpuSeconds(own)) - cpu) / seconds;
    shares[part].push({ page: (pageAfter - page) / seconds, control: (otherAfter - other) / seconds, browser });
  };
  for (let round = 0; round < rounds; round += 1) await measure('before');
  for (let round = 0; round < rounds; round += 1) {
    for (const view of VIEWS) {
      await page.evaluate(() => document.querySelector('video-room')?.toggleDebug(true));
      await page.getByRole('tab', { name: view }).click();
      await measure(view);
      await page.evaluate(() => document.querySelector('video-room')?.toggleDebug(false));
      await measure('closed');
    }
  }
  await Promise.all(pages.map((each) => each.context().close()));
  return shares;
}
