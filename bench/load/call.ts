/** A call of four browsers, with small pictures, that must go on through whatever else is done to its server. */
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from '../../e2e/rig/browsers.js';
import type { ColourName } from '../../e2e/rig/camera-clip.js';
import { openWatched } from '../join/browser.js';
import { openPageServer } from '../join/page-server.js';
import { everybodySees } from '../mesh/gathering.js';
import type { MeasuredServer } from '../servers/measured-server.js';
import { roomToken } from '../servers/tokens.js';

/** Of each browser. */
const CAMERAS = ['red', 'green', 'blue', 'yellow'] as const satisfies ColourName[];
const SMALL = { width: 360, height: 300 };
/** Within which every picture must have moved. */
const LOOK_MS = 5000;

export interface CallState {
  /** Links of all pages whose pictures move. */
  moving: number;
  /** Connections made beyond one for each link. */
  rebuilt: number;
  links: number;
}

export class LiveCall {
  readonly #browsers: Browser[];
  readonly #pages: Page[];
  readonly #close: () => void;

  private constructor(browsers: Browser[], pages: Page[], close: () => void) {
    this.#browsers = browsers;
    this.#pages = pages;
    this.#close = close;
  }

  /** Resolves when each sees all others. */
  static async begin(server: MeasuredServer): Promise<LiveCall> {
    const site = await openPageServer();
    const browsers = await Promise.all(
      CAMERAS.map((colour) => launchChromium(colour, { clip: { framesPerSecond: 20 } })),
    );
    const url = `${site.origin}/element.html?server=${encodeURIComponent(server.origin)}`;
    const pages: Page[] = [];
    const call = new LiveCall(browsers, pages, () => site.close());
    try {
      for (const [index, browser] of browsers.entries()) {
        const page = await openWatched(browser, url, SMALL);
        const place = { server: server.origin, room: 'the-call', token: await roomToken('the-call', `page-${index}`) };
        await page.evaluate((there) => window.bench.enter(there), place);
        pages.push(page);
      }
      await everybodySees(pages);
      return call;
    } catch (error) {
      await call.end();
      throw error;
    }
  }

  async look(): Promise<CallState> {
    const before = await this.#framesByLink();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const after = await this.#framesByLink();
    const links = this.#pages.length * (this.#pages.length - 1);
    const moving = after.flatMap((frames, page) => frames.filter((count, link) => count > (before[page]?.[link] ?? 0)));
    return { moving: moving.length, rebuilt: after.flat().length - links, links };
  }

  async end(): Promise<void> {
    await Promise.all(this.#browsers.map((browser) => browser.close()));
    this.#close();
  }

  /** Pictures decoded so far, by page and by connection that the page has ever made. */
  #framesByLink(): Promise<number[][]> {
    return Promise.all(
      this.#pages.map((page) =>
        page.evaluate(() =>
          Promise.all(
            window.peerConnections.map(async (connection) => {
              let frames = 0;
              for (const stat of (
                (await connection.getStats()) as ReadonlyMap<string, Record<string, unknown>>
              ).values())
                if (stat['type'] === 'inbound-rtp' && stat['kind'] === 'video') frames += Number(stat['framesDecoded']);
              return frames;
            }),
          ),
        ),
      ),
    );
  }
}
