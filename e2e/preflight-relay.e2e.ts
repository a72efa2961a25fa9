/** What a preflight says of STUN and TURN, with a real relay. Left out where there is none (see npm test's summary). */
import { createHash, X509Certificate } from 'node:crypto';
import type { Page } from '@playwright/test';
import { generate } from 'selfsigned';
import { freePort } from '../libs/turn-check/src/free-port.js';
import type { Coturn } from '../libs/turn-check/src/local-coturn.js';
import { launchChromium } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { codesOf, healthOf, openPreflight, saysOf } from './rig/preflight.js';
import { RELAY_SECRET, startRelay, turnUrls } from './rig/relay.js';
import { expect, test } from './rig/test.js';

type StartOwn = Parameters<Parameters<typeof test>[2]>[0]['startOwn'];

let relay: Coturn;
/** Of the relay; nobody has signed it but itself. */
let certificate: { key: string; cert: string };
test.beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'relay.test' }], { keyType: 'ec' });
  certificate = { key, cert };
  relay = await startRelay({ tls: certificate });
});
test.afterAll(() => relay.stop());

const stunUrl = ({ address, port }: Pick<Coturn, 'address' | 'port'>) => `stun:${address}:${port}`;

async function preflightWith(startOwn: StartOwn, page: Page, environment: Record<string, string>): Promise<void> {
  const { server, site } = await startOwn({ TURN_SECRET: RELAY_SECRET, ...environment });
  const token = await server.token({ room: 'r', identity: 'ann' });
  await openPreflight(page, site.url({ token, prejoin: '' }));
}

test('a relay with the right secret is used over UDP and TCP, and its bandwidth is told', async ({
  startOwn,
  openPage,
}) => {
  const page = await openPage();
  await preflightWith(startOwn, page, { STUN_URLS: stunUrl(relay), TURN_URLS: turnUrls(relay) });
  const codes = await codesOf(page);
  expect(codes).toMatchObject({ stun: 'ok', 'turn-udp': 'ok', 'turn-tcp': 'ok', loopback: 'ok' });
  expect(codes['turn-tls']).toBe('not-configured');
  await page.locator('vr-preflight summary', { hasText: 'Network' }).click();
  await expect(page.getByText(/about \d+ kbit\/s/i)).toBeVisible();
  expect(
    await page.evaluate(() => window.peerConnections.every(({ connectionState }) => connectionState === 'closed')),
  ).toBe(true);
});

test('a relay with another secret is named as such', async ({ startOwn, openPage }) => {
  const page = await openPage();
  await preflightWith(startOwn, page, { TURN_URLS: turnUrls(relay), TURN_SECRET: 'another-secret-than-the-relay' });
  expect(await codesOf(page)).toMatchObject({ 'turn-udp': 'turn-wrong-credential', loopback: 'needs-relay' });
  expect(await saysOf(page, 'turn-wrong-credential')).toContain('TURN_SECRET must be coturn’s static-auth-secret');
});

test('a port where no relay is, is named as such, and so is STUN', async ({ startOwn, openPage }) => {
  const page = await openPage();
  const closed = { address: relay.address, port: await freePort(relay.address) };
  await preflightWith(startOwn, page, { STUN_URLS: stunUrl(closed), TURN_URLS: turnUrls(closed) });
  expect(await codesOf(page)).toMatchObject({
    stun: 'stun-unreachable',
    'turn-udp': 'turn-unreachable',
    'turn-tcp': 'turn-unreachable',
  });
  expect(await saysOf(page, 'turn-unreachable')).toContain('The relay could not be reached in this way.');
  expect(await saysOf(page, 'stun-unreachable')).toContain('No STUN server answered');
});

test('over TLS a relay is of use only with a certificate that the browser trusts, and else that is named', async ({
  startOwn,
  openPage,
}) => {
  const { server, site } = await startOwn({
    TURN_SECRET: RELAY_SECRET,
    TURN_URLS: `turn:${relay.address}:${relay.port}?transport=tcp,turns:${relay.address}:${relay.tlsPort}`,
  });
  const url = site.url({ token: await server.token({ room: 'r', identity: 'ann' }), prejoin: '' });
  const doubting = await openPage();
  await openPreflight(doubting, url);
  expect(await codesOf(doubting)).toMatchObject({ 'turn-tcp': 'ok', 'turn-tls': 'turn-tls-failed', loopback: 'ok' });
  const said = await saysOf(doubting, 'turn-tls-failed');
  expect(said).toContain('your browser does not trust the relay’s certificate, or its port is closed');
  expect(said).toContain('Give coturn a certificate that browsers trust');
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
  const pin = createHash('sha256').update(key).digest('base64');
  const trusting = await launchChromium('red', { extra: [`--ignore-certificate-errors-spki-list=${pin}`] });
  try {
    const page = await trusting.newPage();
    await openPreflight(page, url);
    expect(await codesOf(page)).toMatchObject({ 'turn-tcp': 'ok', 'turn-tls': 'ok', loopback: 'ok' });
  } finally {
    await trusting.close();
  }
});

test('in a room that takes nobody new the overlay tries the relay that the call has', async ({
  startOwn,
  openPage,
}) => {
  const { server, site } = await startOwn({ TURN_SECRET: RELAY_SECRET, TURN_URLS: turnUrls(relay) });
  const page = await openPage();
  await page.goto(site.url({ token: await server.token({ room: 'r', identity: 'ann' }) }));
  await new Guest(page).expectState('joined');
  await server.setRoom('r', { access: 'closed' });
  expect(await healthOf(page)).toMatchObject({
    token: 'room-closed',
    'turn-udp': 'ok',
    'turn-tcp': 'ok',
    loopback: 'ok',
  });
});

test('what is exported of a call holds no address, token, credential, name or label', async ({
  startOwn,
  openPage,
}) => {
  const { server, site } = await startOwn({ TURN_SECRET: RELAY_SECRET, TURN_URLS: turnUrls(relay) });
  const people = { 'quirina-zett': 'Quirina Zett', 'xaver-omm': 'Xaver Omm' };
  const [token = '', other = ''] = await Promise.all(
    Object.entries(people).map(([identity, name]) => server.token({ room: 'canary room', identity, name })),
  );
  const [page, otherPage] = [await openPage('red'), await openPage('green')];
  await page.goto(site.url({ token }));
  await otherPage.goto(site.url({ token: other }));
  await new Guest(page).expectPictures({ 'Xaver Omm': 'green' });
  await new Guest(otherPage).expectPictures({ 'Quirina Zett': 'red' });
  const read = (how: { secrets?: boolean; names?: boolean }) =>
    page.evaluate((options) => document.querySelector('video-room')!.debug.export(options), how);
  // Only what is there can be masked. The relay has an address of this machine.
  await expect.poll(() => read({ secrets: true, names: true })).toContain(`${relay.address} `);
  const { labels, configurations } = await page.evaluate(async () => ({
    labels: (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label).filter(Boolean),
    configurations: window.peerConnections.map((connection) => connection.getConfiguration()),
  }));
  const credentials = configurations.flatMap(({ iceServers = [] }) =>
    iceServers.flatMap(({ username, credential }) => [username, credential]),
  );
  expect([credentials.length > 0, labels.length > 0]).toEqual([true, true]);
  const canaries = [relay.address, token, ...token.split('.'), ...credentials, RELAY_SECRET, ...labels];
  const open = await read({ secrets: true, names: true });
  for (const named of [relay.address, 'Quirina Zett', 'Xaver Omm', 'xaver-omm']) expect(open).toContain(named);
  const exported = await read({});
  expect(exported).toContain('typ host');
  for (const canary of [...canaries, 'uirina', 'aver', 'canary']) expect(exported).not.toContain(canary);
  expect(exported).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b/);
});
