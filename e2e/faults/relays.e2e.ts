/** Calls over a real relay: over each transport, without an address being told, and when it is gone. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { freePort, type Coturn } from '../../libs/turn-check/src/local-coturn.js';
import { launchChromium } from '../rig/browsers.js';
import { Guest } from '../rig/guest.js';
import { expectRelayed, ownRelayOf, watchMessages } from '../rig/relayed-call.js';
import { RELAY_SECRET, startRelay, turnUrls } from '../rig/relay.js';
import { expect, test } from '../rig/test.js';
import { watchPage } from '../rig/watched-page.js';

type StartOwn = Parameters<Parameters<typeof test>[2]>[0]['startOwn'];

const browsers: Browser[] = [];
let relay: Coturn;
test.beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'relay.test' }], { keyType: 'ec' });
  relay = await startRelay({ tls: { key, cert } });
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const pin = createHash('sha256').update(spki).digest('base64');
  for (const colour of ['red', 'green'] as const) {
    browsers.push(await launchChromium(colour, [`--ignore-certificate-errors-spki-list=${pin}`]));
  }
});
test.afterEach(async () => {
  for (const browser of browsers) for (const context of browser.contexts()) await context.close();
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await relay.stop();
});

interface CallOptions {
  environment: Record<string, string>;
  settings?: object;
  /** What both pages get before they open. */
  prepare?: (page: Page) => Promise<void>;
}

/** Ann and Ben on their way into a room of a server of their own. */
async function call(startOwn: StartOwn, { environment, settings = {}, prepare }: CallOptions) {
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

const relayOnly = { relayOnly: true };

async function expectBoth(ann: Guest, ben: Guest): Promise<void> {
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
}

const ADDRESSES = /(?:\d{1,3}\.){3}\d{1,3}|\b[\w-]+\.local\b|raddr \S+/g;

test('over UDP nobody learns an address but the relay’s, whatever a page sends by hand', async ({ startOwn }) => {
  const heard = new Map<Page, { from: string }[]>();
  const { ann, ben } = await call(startOwn, {
    environment: { TURN_URLS: `turn:${relay.address}:${relay.port}?transport=udp` },
    settings: relayOnly,
    prepare: async (page) => {
      heard.set(page, watchMessages(page, 'signal'));
      // Each relayed candidate is followed by one that is not.
      await page.addInitScript(() => {
        window.WebSocket = class extends WebSocket {
          override send(data: Parameters<WebSocket['send']>[0]): void {
            super.send(data);
            if (typeof data !== 'string' || !data.includes('typ relay')) return;
            super.send(data.replace(/\S+ (\d+) typ relay raddr \S+ rport \d+/, '192.0.2.99 $1 typ host'));
            super.send(data.replace(/raddr \S+ rport/, 'raddr 192.0.2.98 rport'));
          }
        };
      });
    },
  });
  const told = new Set<string>();
  await expectBoth(ann, ben);
  for (const guest of [ann, ben]) {
    await expectRelayed(guest.page);
    const signals = JSON.stringify(heard.get(guest.page));
    expect(signals).toContain('typ relay');
    for (const found of signals.match(ADDRESSES) ?? []) told.add(found);
  }
  expect([...told].sort()).toEqual(['0.0.0.0', relay.address, 'raddr 0.0.0.0'].sort());
  expect((await ownRelayOf(ann.page)).protocol).toBe('udp');
});

for (const transport of ['tcp', 'tls'] as const) {
  test(`a relay that is reached over ${transport} alone carries a call`, async ({ startOwn }) => {
    const urls = { tcp: `turn:${relay.address}:${relay.port}`, tls: `turns:${relay.address}:${relay.tlsPort}` };
    const { ann, ben } = await call(startOwn, {
      environment: { TURN_URLS: `${urls[transport]}?transport=tcp` },
      settings: relayOnly,
    });
    await expectBoth(ann, ben);
    for (const { page } of [ann, ben]) {
      await expectRelayed(page);
      expect((await ownRelayOf(page)).protocol).toBe(transport);
    }
  });
}

test('where the relay is down people reach each other directly if they may', async ({ startOwn }) => {
  const closed = { address: relay.address, port: await freePort(relay.address) };
  const { ann, ben } = await call(startOwn, { environment: { TURN_URLS: turnUrls(closed) } });
  await expectBoth(ann, ben);
});
