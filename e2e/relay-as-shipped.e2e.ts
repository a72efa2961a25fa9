/**
 * The relay as deploy/coturn ships it, in a call of two who have no other way: what is forbidden there must not forbid calls,
 * too. Left out where there is no coturn or no network can be made (see npm test's summary).
 */
import type { Page } from '@playwright/test';
import { fillIn, RELAY_IPV4, SHIPPED, ShippedRelay } from '../deploy/coturn/shipped-relay.js';
import { iceServersFor } from '../libs/ice/src/ice-servers.js';
import { Guest } from './rig/guest.js';
import { expect, test } from './rig/test.js';

const SECRET = 'the-secret-of-the-shipped-relay-in-tests';

let relay: ShippedRelay;
test.beforeAll(async () => {
  relay = await ShippedRelay.start(fillIn(SHIPPED, { relayIp: RELAY_IPV4, secret: SECRET }));
});
test.afterAll(() => relay.stop());

/** What the server would give to somebody of that id. */
const iceServersOf = (id: string, transport: string) =>
  iceServersFor(id, {
    stunUrls: [],
    turnUrls: [`turn:${relay.address}:3478?transport=${transport}`],
    turnSecret: SECRET,
    turnTtlSeconds: 600,
  });

/** Makes a connection that sends a moving picture, only over the relay. */
const connect = (page: Page, iceServers: RTCIceServer[]) =>
  page.evaluate((iceServers) => {
    const connection = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    const canvas = document.body.appendChild(document.createElement('canvas'));
    const context = canvas.getContext('2d');
    const paint = (time: number) => {
      context?.fillRect(time % canvas.width, 0, 1, 1);
      requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
    for (const track of canvas.captureStream(15).getTracks()) connection.addTrack(track);
  }, iceServers);

/**
 * Takes the other's description, if there is one, and gives the own one with the first candidate in it. That is a relay's, as
 * no other is looked for; to wait for all of them takes as long as the slowest of this machine's networks, which lead nowhere.
 */
const describe = (page: Page, other?: RTCSessionDescriptionInit) =>
  page.evaluate(async (other) => {
    const connection = window.peerConnections[0]!;
    if (other) await connection.setRemoteDescription(other);
    const found = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => candidate?.candidate && resolve();
    });
    await connection.setLocalDescription();
    await found;
    return connection.localDescription!.toJSON();
  }, other);

/** Kinds of the two candidates that are used, and how many pictures have come. */
const pathOf = (page: Page) =>
  page.evaluate(async () => {
    const stats = (await window.peerConnections[0]!.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
    const all = [...stats.values()];
    const transport = all.find(({ type }) => type === 'transport');
    const pair = stats.get(String(transport?.['selectedCandidatePairId']));
    const kind = (end: string) => stats.get(String(pair?.[end]))?.['candidateType'];
    const pictures = Number(all.find(({ type }) => type === 'inbound-rtp')?.['framesDecoded'] ?? 0);
    return { near: kind('localCandidateId'), far: kind('remoteCandidateId'), arePicturesComing: pictures > 10 };
  });

for (const transport of ['udp', 'tcp']) {
  test(`two who reach each other over nothing but the relay do, over ${transport}`, async ({ openPage, site }) => {
    const [ann, ben] = [await openPage('red'), await openPage('green')];
    for (const page of [ann, ben]) await page.goto(site.url());
    await connect(ann, iceServersOf('ann', transport));
    await connect(ben, iceServersOf('ben', transport));
    const answer = await describe(ben, await describe(ann));
    expect(answer.sdp).toContain(RELAY_IPV4);
    await ann.evaluate((answer) => window.peerConnections[0]!.setRemoteDescription(answer), answer);
    for (const page of [ann, ben])
      await expect
        .poll(() => pathOf(page))
        .toEqual({ near: 'relay', far: expect.stringMatching(/relay|prflx/) as unknown, arePicturesComing: true });
  });
}

test('two in a room that is relay-only see each other over it', async ({ startOwn, openPage }) => {
  const { server, site } = await startOwn({
    TURN_URLS: `turn:${relay.address}:3478?transport=udp,turn:${relay.address}:3478?transport=tcp`,
    TURN_SECRET: SECRET,
  });
  const guests = [];
  for (const [name, colour] of [
    ['Ann', 'red'],
    ['Ben', 'green'],
  ] as const) {
    const page = await openPage(colour);
    const settings = { relayOnly: true };
    const token = await server.token({ room: 'r', identity: name.toLowerCase(), name, settings });
    await page.goto(site.url({ token }));
    guests.push(new Guest(page));
  }
  const [ann, ben] = guests as [Guest, Guest];
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const { page } of guests) await expect.poll(() => pathOf(page)).toMatchObject({ near: 'relay' });
});
