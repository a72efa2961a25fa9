/**
 * `npm run bench:watch`: what a broadcast costs whoever is on air, for 1, 2, 4 and 8 watchers: CPU of its whole browser and
 * what it sends. Judges nothing; docs/performance.md says how to read it.
 */
import type { Browser, Page } from '@playwright/test';
import type { VideoRoomElement } from '../widget/src/index.js';
import { launchBrowser, openWatched } from './join/browser.js';
import { openPageServer } from './join/page-server.js';
import { describeMachine } from './report/machine.js';
import { printFigures, type Figure } from './report/table.js';
import { buildStale } from './servers/build-stale.js';
import { MeasuredServer, OURS } from './servers/measured-server.js';
import { roomToken } from './servers/tokens.js';

const WATCHERS = [1, 2, 4, 8];
/** Until the browsers have found out how much they may send. */
const SETTLE_MS = 8000;
const MEASURE_MS = 10_000;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

buildStale();
const tellHowBusy = describeMachine();
const [server, pages, onAir, watching] = await Promise.all([
  MeasuredServer.start(OURS),
  openPageServer(),
  launchBrowser(),
  launchBrowser(),
]);

async function enter(browser: Browser, token: string, live: boolean): Promise<Page> {
  const page = await openWatched(browser, `${pages.origin}/element.html?server=${encodeURIComponent(server.origin)}`);
  await page.evaluate(
    ([own, goesLive]) => {
      const element = document.querySelector<VideoRoomElement>('video-room');
      if (!element) throw new Error('no element');
      element.token = own;
      element.join();
      if (goesLive) element.toggleLive(true);
    },
    [token, live] as const,
  );
  return page;
}

/** Bytes of media over all links so far, sent or received. */
const bytes = (page: Page, direction: 'outbound-rtp' | 'inbound-rtp') =>
  page.evaluate(async (type) => {
    let sum = 0;
    for (const connection of window.peerConnections) {
      const stats = (await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
      for (const stat of stats.values()) {
        if (stat['type'] === type) sum += Number(stat['bytesSent'] ?? stat['bytesReceived'] ?? 0);
      }
    }
    return sum;
  }, direction);

/** Seconds of CPU of all processes of the browser so far. */
async function cpuSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function measure(count: number): Promise<Figure> {
  const room = `watched by ${count}`;
  const kind = { kind: 'broadcast', capacity: 20 };
  const host = await enter(onAir, await roomToken(room, 'host', kind), true);
  const watchers: Page[] = [];
  for (let index = 0; index < count; index += 1) {
    watchers.push(await enter(watching, await roomToken(room, `watcher ${index}`, kind, { canPublish: false }), false));
  }
  for (const watcher of watchers) {
    while ((await bytes(watcher, 'inbound-rtp')) < 50_000) await rest(100);
  }
  await rest(SETTLE_MS);
  const [cpu, sent, startedAt] = [await cpuSeconds(onAir), await bytes(host, 'outbound-rtp'), performance.now()];
  await rest(MEASURE_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  const cores = ((await cpuSeconds(onAir)) - cpu) / seconds;
  const megabits = (((await bytes(host, 'outbound-rtp')) - sent) * 8) / 1e6 / seconds;
  await Promise.all([host, ...watchers].map((page) => page.context().close()));
  return { name: `${count} watching`, measured: `${cores.toFixed(2)} cores, ${megabits.toFixed(2)} Mbit/s sent` };
}

try {
  const figures: Figure[] = [];
  for (const count of WATCHERS) {
    console.log(`${count} watching …`);
    figures.push(await measure(count));
  }
  tellHowBusy();
  printFigures(figures);
} finally {
  pages.close();
  await Promise.all([onAir.close(), watching.close(), server.stop()]);
}

declare global {
  interface Window {
    peerConnections: RTCPeerConnection[];
  }
}
