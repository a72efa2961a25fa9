/** Two people on their way into a room whose server names a relay. */
import type { Browser, Page } from '@playwright/test';
import { Guest } from './guest.js';
import { RELAY_SECRET } from './relay.js';
import type { test } from './test.js';
import { watchPage } from './watched-page.js';

type StartOwn = Parameters<Parameters<typeof test>[2]>[0]['startOwn'];

export interface CallOptions {
  environment: Record<string, string>;
  settings?: object;
  /** What both pages get before they open. */
  prepare?: (page: Page) => Promise<void>;
}

/** Ann and Ben, each in a browser of their own, and a server that only they use. */
export async function relayCall(
  startOwn: StartOwn,
  browsers: readonly Browser[],
  { environment, settings = {}, prepare }: CallOptions,
): Promise<{ ann: Guest; ben: Guest }> {
  const { server, site } = await startOwn({ TURN_SECRET: RELAY_SECRET, ...environment });
  const enter = async (browser: Browser | undefined, name: string) => {
    const page = await browser!.newPage({ viewport: { width: 900, height: 640 } });
    await watchPage(page);
    await prepare?.(page);
    const token = await server.token({ room: 'r', identity: name.toLowerCase(), name, settings });
    await page.goto(site.url({ token }));
    return new Guest(page);
  };
  return { ann: await enter(browsers[0], 'Ann'), ben: await enter(browsers[1], 'Ben') };
}

/** Waits until both see each other, one's camera red, the other's green. */
export async function expectBoth({ ann, ben }: { ann: Guest; ben: Guest }): Promise<void> {
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
}
