/**
 * A server, a relay and two browsers: one behind a wire that a test can break, one on this machine, where the server and the
 * relay are, too. Made once for all scenarios that want it.
 */
import type { Browser, Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { BrokenNetwork } from './broken-network.js';
import { launchChromium, wholeChromiumPath } from './browsers.js';
import type { ClipKind } from './camera-clip.js';
import { Guest } from './guest.js';
import { HostSite } from './host-site.js';
import { RELAY_SECRET, startRelay, turnUrls } from './relay.js';
import { ServerProcess } from './server-process.js';
import { expect, test as base } from './test.js';
import { watchPage } from './watched-page.js';

/** Where somebody sits. */
export type Place = 'behind' | 'outside';

interface Entering {
  room: string;
  /** Of the token. */
  grants?: Record<string, unknown>;
  /** What the page gets before it opens. */
  prepare?: (page: Page) => Promise<void>;
}

export class WireScene {
  /** What to end, the last made first. */
  readonly #made: (() => unknown)[] = [];
  readonly #browsers = new Map<Place, Browser>();
  #network!: BrokenNetwork;
  #server!: ServerProcess;
  #site!: HostSite;
  #isChanged = false;
  #relayPorts: readonly number[] = [];

  /** @param clip what the cameras show. */
  static async make(clip: ClipKind): Promise<WireScene> {
    const scene = new WireScene();
    try {
      await scene.#make(clip);
    } catch (error) {
      await scene.remove();
      throw error;
    }
    return scene;
  }

  get network(): BrokenNetwork {
    return this.#network;
  }

  get server(): ServerProcess {
    return this.#server;
  }

  get site(): HostSite {
    return this.#site;
  }

  /** Where the relay is asked, over any transport. */
  get relayPorts(): readonly number[] {
    return this.#relayPorts;
  }

  /** An empty page. */
  async openPage(place: Place): Promise<Page> {
    const browser = this.#browsers.get(place);
    if (!browser) throw new Error(`There is no browser ${place}`);
    const page = await browser.newPage({ viewport: { width: 900, height: 640 } });
    await watchPage(page);
    return page;
  }

  async enter(place: Place, name: string, { room, grants = {}, prepare }: Entering): Promise<Guest> {
    const page = await this.openPage(place);
    await prepare?.(page);
    const token = await this.server.token({ room, identity: name.toLowerCase(), name, ...grants });
    await page.goto(this.site.url({ token }));
    return new Guest(page);
  }

  /** Two people in one room, one behind the wire and one outside, as soon as they see each other. */
  async meet(room: string, behind = 'Ann', outside = 'Ben'): Promise<[behind: Guest, outside: Guest]> {
    const ann = await this.enter('behind', behind, { room });
    const ben = await this.enter('outside', outside, { room });
    await ann.expectPictures({ [outside]: 'green' });
    await ben.expectPictures({ [behind]: 'red' });
    return [ann, ben];
  }

  /** The same server with other settings than its own, for this test. */
  async restartServer(environment: Record<string, string>): Promise<void> {
    await this.server.stop();
    await this.server.start(environment);
    this.#isChanged = true;
  }

  /** Mends the wire, gives the server its settings back and closes all pages. */
  async tidy(): Promise<void> {
    this.network.plug(true);
    this.network.drop(undefined);
    for (const browser of this.#browsers.values()) {
      for (const context of browser.contexts()) await context.close();
    }
    if (!this.#isChanged) return;
    await this.server.stop();
    await this.server.start();
    this.#isChanged = false;
  }

  async remove(): Promise<void> {
    for (const end of this.#made.splice(0).reverse()) await end();
  }

  async #make(clip: ClipKind): Promise<void> {
    const network = (this.#network = BrokenNetwork.make());
    this.#made.push(() => network.remove());
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'relay.test' }], { keyType: 'ec' });
    const relay = await startRelay({ address: network.host, tls: { key, cert } });
    this.#made.push(() => relay.stop());
    this.#relayPorts = [relay.port, relay.tlsPort];
    const server = (this.#server = await ServerProcess.start({
      HOST: network.host,
      STUN_URLS: `stun:${relay.address}:${relay.port}`,
      TURN_URLS: `${turnUrls(relay)},turns:${relay.address}:${relay.tlsPort}?transport=tcp`,
      TURN_SECRET: RELAY_SECRET,
    }));
    this.#made.push(() => server.stop());
    const site = (this.#site = await HostSite.start(server.origin, network.host));
    this.#made.push(() => site.stop());
    // Only https and localhost give cameras; nobody has signed the relay's certificate.
    const extra = [`--unsafely-treat-insecure-origin-as-secure=${site.origin}`, '--ignore-certificate-errors'];
    await this.#launch('behind', launchChromium('red', { extra, clip, executablePath: network.chromium }));
    await this.#launch('outside', launchChromium('green', { extra, clip, executablePath: wholeChromiumPath() }));
  }

  async #launch(place: Place, launched: Promise<Browser>): Promise<void> {
    const browser = await launched;
    this.#made.push(() => browser.close());
    this.#browsers.set(place, browser);
  }
}

export const test = base.extend<{ scene: WireScene }, { clip: ClipKind; wireScene: WireScene }>({
  /** What the cameras show. */
  clip: [{}, { option: true, scope: 'worker' }],
  wireScene: [
    async ({ clip }, use) => {
      const scene = await WireScene.make(clip);
      await use(scene);
      await scene.remove();
    },
    { scope: 'worker' },
  ],
  scene: async ({ wireScene }, use) => {
    await use(wireScene);
    await wireScene.tidy();
  },
});

export { expect };
