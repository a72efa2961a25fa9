/** Some people in one browser who all see each other, and what that costs. */
import type { Browser, Page } from '@playwright/test';
import { openWatched } from '../join/browser.js';
import type { Place } from '../join/trial.js';

export interface Contestant {
  name: string;
  /** URL of the page. */
  page: string;
  place: (room: string, identity: string) => Promise<Place>;
}

export interface Cost {
  /** Seconds of CPU of the whole browser in each second. */
  cores: number;
  /** What each page sends, in kbit/s. */
  uplinkKbps: number;
  /** Pictures a second of each link, the worst first. */
  framesPerSecond: number[];
}

/** Opening a window costs the machine something; each comes when the one before is at rest. */
export const REST_MS = 1200;
/** Until the browsers have found out how much they may send. */
export const SETTLE_MS = 8000;
const MEASURE_MS = 8000;
const PATIENCE_MS = 60_000;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function costOf(browser: Browser, { page: url, place }: Contestant, people: number): Promise<Cost> {
  const room = `bench-${Math.random().toString(36).slice(2)}`;
  const pages: Page[] = [];
  for (let index = 0; index < people; index += 1) {
    const page = await openWatched(browser, url);
    pages.push(page);
    const where = await place(room, `person ${index}`);
    await page.evaluate((there) => void window.bench.enter(there), where);
    await rest(REST_MS);
  }
  await everybodySees(pages);
  await rest(SETTLE_MS);
  const [cpu, before, startedAt] = [await cpuSeconds(browser), await countAll(pages), performance.now()];
  await rest(MEASURE_MS);
  const [cpuAfter, after] = [await cpuSeconds(browser), await countAll(pages)];
  const seconds = (performance.now() - startedAt) / 1000;
  await Promise.all(pages.map((page) => page.context().close()));
  const grown = after.map(({ sent, frames }, index) => ({
    sent: sent - (before[index]?.sent ?? 0),
    frames: frames.map((count, link) => count - (before[index]?.frames[link] ?? 0)),
  }));
  return {
    cores: (cpuAfter - cpu) / seconds,
    uplinkKbps: (grown.reduce((sum, { sent }) => sum + sent, 0) * 8) / 1000 / seconds / people,
    framesPerSecond: grown
      .flatMap(({ frames }) => frames.map((count) => count / seconds))
      .sort((one, other) => one - other),
  };
}

/** Waits until each has pictures of all others. */
export async function everybodySees(pages: readonly Page[]): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await countAll(pages);
    if (seen.every(({ frames }) => frames.filter((count) => count > 0).length === pages.length - 1)) return;
    if (performance.now() > deadline) throw new Error('Not everybody is seen by everybody.');
    await rest(200);
  }
}

const countAll = (pages: readonly Page[]) => Promise.all(pages.map(count));

/** Bytes of media sent so far, and pictures decoded by link. */
function count(page: Page): Promise<{ sent: number; frames: number[] }> {
  return page.evaluate(async () => {
    let sent = 0;
    const frames: number[] = [];
    for (const connection of window.peerConnections) {
      const stats = [...((await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values()];
      for (const stat of stats) {
        if (stat['type'] === 'outbound-rtp') sent += Number(stat['bytesSent']) + Number(stat['headerBytesSent'] ?? 0);
        if (stat['type'] === 'inbound-rtp' && stat['kind'] === 'video') frames.push(Number(stat['framesDecoded']));
      }
    }
    return { sent, frames };
  });
}

/** Seconds of CPU of all processes of the browser so far. */
export async function cpuSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

declare global {
  interface Window {
    peerConnections: RTCPeerConnection[];
    bench: { enter: (place: Place) => Promise<void> };
  }
}
