/** Calls over a real relay: over each transport, without an address being told, and for longer than its credentials live. */
import { createHash, X509Certificate } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { freePort } from '../../libs/turn-check/src/free-port.js';
import type { Coturn } from '../../libs/turn-check/src/local-coturn.js';
import { launchChromium } from '../rig/browsers.js';
import { addFigure, inLongRun } from '../../bench/report/long-run.js';
import { expectBoth, relayCall } from '../rig/relay-scene.js';
import { expectRelayed, expiryOf, loseWay, ownRelayOf, watchMessages } from '../rig/relayed-call.js';
import { startRelay, turnUrls } from '../rig/relay.js';
import { expect, test } from '../rig/test.js';

const browsers: Browser[] = [];
let relay: Coturn;
test.beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'relay.test' }], { keyType: 'ec' });
  relay = await startRelay({ tls: { key, cert } });
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  const pin = createHash('sha256').update(spki).digest('base64');
  for (const colour of ['red', 'green'] as const) {
    browsers.push(await launchChromium(colour, { extra: [`--ignore-certificate-errors-spki-list=${pin}`] }));
  }
});
test.afterEach(async () => {
  for (const browser of browsers) for (const context of browser.contexts()) await context.close();
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await relay.stop();
});

const relayOnly = { relayOnly: true };

const ADDRESSES = /(?:\d{1,3}\.){3}\d{1,3}|\b[\w-]+\.local\b|raddr \S+/g;

test('over UDP nobody learns an address but the relay’s, whatever a page sends by hand', async ({ startOwn }) => {
  const heard = new Map<Page, { from: string }[]>();
  const { ann, ben } = await relayCall(startOwn, browsers, {
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
  await expectBoth({ ann, ben });
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
    const { ann, ben } = await relayCall(startOwn, browsers, {
      environment: { TURN_URLS: `${urls[transport]}?transport=tcp` },
      settings: relayOnly,
    });
    await expectBoth({ ann, ben });
    for (const { page } of [ann, ben]) {
      await expectRelayed(page);
      expect((await ownRelayOf(page)).protocol).toBe(transport);
    }
  });
}

test('a call that is longer than its credentials live finds another way with fresh ones', async ({ startOwn }) => {
  const ttlSeconds = inLongRun(8, 20);
  const lifetimes = inLongRun(1, 3);
  test.setTimeout(inLongRun(90_000, 180_000));
  const { ann, ben } = await relayCall(startOwn, browsers, {
    environment: { TURN_URLS: turnUrls(relay), TURN_TTL: String(ttlSeconds) },
    settings: relayOnly,
  });
  await expectBoth({ ann, ben });
  await expectRelayed(ann.page);
  const first = { expiry: await expiryOf(ann.page), port: (await ownRelayOf(ann.page)).port };
  const overSeconds = () => Date.now() / 1000 - first.expiry;
  await expect.poll(overSeconds, { timeout: 80_000 }).toBeGreaterThan((lifetimes - 1) * ttlSeconds);
  expect(await expiryOf(ann.page), 'nothing is put into a connection that runs').toBe(first.expiry);
  const lostAt = Date.now();
  await loseWay(ann.page);
  for (const guest of [ann, ben]) {
    await expect.poll(() => expiryOf(guest.page)).toBeGreaterThan(first.expiry);
  }
  await expect.poll(() => ownRelayOf(ann.page).then(({ port }) => port > 0 && port !== first.port)).toBe(true);
  const seconds = ((Date.now() - lostAt) / 1000).toFixed(1);
  for (const guest of [ann, ben]) {
    await expectRelayed(guest.page);
    await guest.expectPicturesMove();
  }
  const lived = overSeconds() / ttlSeconds + 1;
  addFigure({
    name: 'lifetimes of its first credentials after which a call finds another way with fresh ones',
    measured: `${lived.toFixed(1)}, another way after ${seconds} s`,
    bound: '3',
    met: lived >= 3,
  });
});

test('where the relay is down people reach each other directly if they may', async ({ startOwn }) => {
  const closed = { address: relay.address, port: await freePort(relay.address) };
  const { ann, ben } = await relayCall(startOwn, browsers, { environment: { TURN_URLS: turnUrls(closed) } });
  await expectBoth({ ann, ben });
});
