/** One joining: somebody is in the room with its camera on, a second page is loaded and at rest, then joins. */
import type { Browser, Page } from '@playwright/test';

/** What a page is told to join. */
export interface Place {
  /** Origin of the signaling server. */
  server: string;
  room: string;
  token: string;
}

export interface Contestant {
  name: string;
  /** URL of the page for a signaling server. */
  page: (server: string) => string;
  place: (server: string, room: string, identity: string) => Promise<Place>;
}

/** What both pages have as `globalThis.bench`. */
interface PageBench {
  enter(place: Place): Promise<void>;
  timeJoin(place: Place): Promise<number>;
}

/** Opening a page costs the machine something; without a rest that would be seen in what follows. */
const REST_MS = 1200;
const PATIENCE_MS = 20_000;

const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

/** Milliseconds from `join()` to the first decoded frame of the other person. */
export async function timeJoin(browser: Browser, { page, place }: Contestant, server: string): Promise<number> {
  const room = `bench-${Math.random().toString(36).slice(2)}`;
  const [host, joiner] = [await openPage(browser, page(server)), await openPage(browser, page(server))];
  try {
    await host.evaluate(
      (where) => (globalThis as unknown as { bench: PageBench }).bench.enter(where),
      await place(server, room, 'host'),
    );
    const where = await place(server, room, 'joiner');
    await rest();
    return await within(
      joiner.evaluate((there) => (globalThis as unknown as { bench: PageBench }).bench.timeJoin(there), where),
    );
  } finally {
    await Promise.all([host.context().close(), joiner.context().close()]);
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}

async function within<Result>(task: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No picture of the other person came.')), PATIENCE_MS);
  });
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
}
