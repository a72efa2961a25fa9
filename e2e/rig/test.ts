/** The test function of all scenarios: one server and one host site for a file, browsers as they are asked for. */
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchChromium } from './browsers.js';
import type { ColourName } from './camera-clip.js';
import { Guest } from './guest.js';
import { watchPage } from './watched-page.js';
import { HostSite } from './host-site.js';
import { ServerProcess, type TokenRequest } from './server-process.js';
import { launchWithTabs, type Tabs } from './tabs.js';

interface WorkerFixtures {
  server: ServerProcess;
  site: HostSite;
  browserFor: (colour: ColourName) => Promise<Browser>;
}

export interface GuestOptions extends Partial<TokenRequest> {
  colour?: ColourName;
  /** Further attributes of the element. */
  attributes?: Record<string, string>;
  /** What the page gets before it opens. */
  prepare?: (page: Page) => Promise<void>;
}

interface TestFixtures {
  /** A server of this test's own and a host site for it, both ended after the test, however it ends. */
  startOwn: (environment?: Record<string, string>, root?: string) => Promise<{ server: ServerProcess; site: HostSite }>;
  /** A room name of this test's own. */
  room: string;
  /** An empty page in the browser of that colour, closed after the test. */
  openPage: (colour?: ColourName) => Promise<Page>;
  /** The window of a browser whose pages are hidden behind one another, closed after the test. */
  openWindow: () => Promise<BrowserContext>;
  /** A person who opens a page of the host site with the element in it. */
  enter: (name: string, options?: GuestOptions) => Promise<Guest>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await ServerProcess.start();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ server }, use) => {
      const site = await HostSite.start(server.origin);
      await use(site);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  browserFor: [
    async ({}, use) => {
      const browsers = new Map<ColourName, Promise<Browser>>();
      await use((colour) => {
        let browser = browsers.get(colour);
        if (!browser) browsers.set(colour, (browser = launchChromium(colour)));
        return browser;
      });
      for (const browser of browsers.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],
  startOwn: async ({}, use) => {
    const started: { stop: () => Promise<unknown> }[] = [];
    await use(async (environment, root) => {
      const server = await ServerProcess.start(environment, root);
      started.push(server);
      const site = await HostSite.start(server.origin);
      started.push(site);
      return { server, site };
    });
    for (const each of started) await each.stop();
  },
  room: async ({}, use, info) => {
    await use(`${info.title} ${Date.now()}`);
  },
  openPage: async ({ browserFor }, use) => {
    const pages: Page[] = [];
    await use(async (colour = 'red') => {
      const context = await (await browserFor(colour)).newContext({ viewport: { width: 900, height: 640 } });
      const page = await context.newPage();
      await watchPage(page);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  openWindow: async ({}, use) => {
    const windows: Tabs[] = [];
    await use(async () => {
      const opened = await launchWithTabs('green');
      windows.push(opened);
      return opened.context;
    });
    for (const { close } of windows) await close();
  },
  enter: async ({ server, site, room, openPage }, use) => {
    await use(async (name, { colour = 'red', attributes = {}, prepare, ...token } = {}) => {
      const page = await openPage(colour);
      await prepare?.(page);
      const request: TokenRequest = { room, identity: name.toLowerCase(), name, ...token };
      await page.goto(site.url({ token: await server.token(request), ...attributes }));
      return new Guest(page);
    });
  },
});

export { expect } from '@playwright/test';
