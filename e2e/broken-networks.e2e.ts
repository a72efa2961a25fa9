/**
 * What a visitor is told whose network lets no UDP through, or loses packets: one browser behind a wire that drops them,
 * another on this machine. Left out where no such network can be made (see npm test's summary).
 */
import type { Browser, Page } from '@playwright/test';
import type { Coturn } from '../libs/turn-check/src/local-coturn.js';
import { BrokenNetwork, lossOf, UDP } from './rig/broken-network.js';
import { launchChromium, wholeChromiumPath } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { HostSite } from './rig/host-site.js';
import { codesOf, healthOf, openPreflight, saysOf } from './rig/preflight.js';
import { RELAY_SECRET, startRelay, turnUrls } from './rig/relay.js';
import { ServerProcess } from './rig/server-process.js';
import { expect, test } from './rig/test.js';
import { watchPage } from './rig/watched-page.js';

let network: BrokenNetwork;
let relay: Coturn;
let server: ServerProcess;
let site: HostSite;
let behind: Browser;
let outside: Browser;

/** What to end, the last made first. */
const made: (() => unknown)[] = [];

test.beforeAll(async () => {
  network = BrokenNetwork.make();
  made.push(() => network.remove());
  relay = await startRelay({ address: network.host });
  made.push(() => relay.stop());
  server = await ServerProcess.start({
    HOST: network.host,
    STUN_URLS: `stun:${relay.address}:${relay.port}`,
    TURN_URLS: turnUrls(relay),
    TURN_SECRET: RELAY_SECRET,
  });
  made.push(() => server.stop());
  site = await HostSite.start(server.origin, network.host);
  made.push(() => site.stop());
  // Only https and localhost give cameras.
  const extra = [`--unsafely-treat-insecure-origin-as-secure=${site.origin}`];
  behind = await launchChromium('red', { extra, executablePath: network.chromium });
  made.push(() => behind.close());
  outside = await launchChromium('green', { extra, executablePath: wholeChromiumPath() });
  made.push(() => outside.close());
});

test.afterAll(async () => {
  for (const end of made.reverse()) await end();
});

test.afterEach(async () => {
  network.drop(undefined);
  for (const browser of [behind, outside]) for (const context of browser.contexts()) await context.close();
});

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 640 } });
  await watchPage(page);
  return page;
}

async function enter(browser: Browser, name: string, room: string): Promise<Guest> {
  const page = await openPage(browser);
  await page.goto(site.url({ token: await server.token({ room, identity: name.toLowerCase(), name }) }));
  return new Guest(page);
}

/** The card of a connection in the overlay. */
async function openCard({ page }: Guest, name: string) {
  await page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await page.getByRole('tab', { name: 'Connections' }).click();
  return page.getByRole('listitem', { name });
}

const BLOCKED = { stun: 'stun-unreachable', 'turn-udp': 'udp-blocked', 'turn-tcp': 'ok', loopback: 'ok' };

test('a firewall that lets no UDP through is named, and that only a relay by TCP works', async ({ room }) => {
  network.drop(UDP);
  const page = await openPage(behind);
  const token = await server.token({ room, identity: 'ann' });
  await openPreflight(page, site.url({ token, prejoin: '' }));
  expect(await codesOf(page)).toMatchObject({ ...BLOCKED, 'turn-tls': 'not-configured', websocket: 'ok' });
  await expect(page.getByText('You can join, but not everything works.')).toBeVisible();
  const said = await saysOf(page, 'udp-blocked');
  expect(said).toContain('Only a relay by TCP works: a firewall blocks UDP.');
  expect(said).toContain('ask whoever runs this one to allow UDP');
  expect(said).toContain('Keep the relay open over TCP and TLS.');
});

test('behind that firewall a call goes through the relay by TCP, and the overlay says so', async ({ room }) => {
  network.drop(UDP);
  const ann = await enter(behind, 'Ann', room);
  const ben = await enter(outside, 'Ben', room);
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await expect(await openCard(ann, 'Ben')).toContainText(/relay ⇄ (host|prflx|srflx|relay) · tcp/);
  await expect(await openCard(ben, 'Ann')).toContainText(/(host|prflx|srflx|relay) ⇄ (relay|prflx) · /);
  expect(await healthOf(ann.page)).toMatchObject(BLOCKED);
  await ann.expectPicturesMove();
});

test('a network that loses every tenth packet is no good one, and the overlay tells how many', async ({ room }) => {
  // Two of its conditions come true late, if the network has bad luck.
  test.setTimeout(150_000);
  const ann = await enter(behind, 'Ann', room);
  const ben = await enter(outside, 'Ben', room);
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  const card = await openCard(ann, 'Ben');
  const loss = async () => parseFloat(await card.locator('.loss b').innerText());
  await expect(card).toContainText(/(host|prflx) ⇄ (host|prflx) · udp/);
  await expect(card.locator('.quality')).toHaveText('good');
  await expect.poll(loss).toBeLessThan(3);
  network.drop(lossOf(10));
  await expect(card.locator('.quality')).toHaveText(/fair|poor/);
  // Of some hundred packets in each look; one look may have more luck than another.
  await expect.poll(async () => Math.abs((await loss()) - 10)).toBeLessThan(6);
  await ann.expectPicturesMove();
});
