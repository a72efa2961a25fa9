/** A relay that is not there when a call begins, or goes in the middle of one, and comes back. */
import type { Browser } from '@playwright/test';
import { addFigure, isLongRun } from '../../bench/report/long-run.js';
import { freePort } from '../../libs/turn-check/src/free-port.js';
import type { Coturn } from '../../libs/turn-check/src/local-coturn.js';
import { launchChromium } from '../rig/browsers.js';
import type { Guest } from '../rig/guest.js';
import { during } from '../rig/pairs.js';
import { flowBetween, received } from '../rig/received.js';
import { ownAddress, startRelay, turnUrls } from '../rig/relay.js';
import { expectBoth, relayCall } from '../rig/relay-scene.js';
import { expect, test } from '../rig/test.js';

const relayOnly = { relayOnly: true };

const browsers: Browser[] = [];
let relay: Coturn | undefined;
test.beforeAll(async () => {
  for (const colour of ['red', 'green'] as const) browsers.push(await launchChromium(colour));
});
test.afterEach(async () => {
  await relay?.stop();
  for (const browser of browsers) for (const context of browser.contexts()) await context.close();
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
});

const WORDS = 'The server that passes calls on cannot be reached. It is tried again by itself.';

/** Seconds until both read, or do not read any more, that the relay cannot be reached and that it is tried again. */
async function bothRead(people: { ann: Guest; ben: Guest }, shown = true): Promise<number> {
  const beganAt = Date.now();
  for (const { page } of Object.values(people)) {
    await expect(page.locator('.pill', { hasText: WORDS })).toHaveCount(shown ? 1 : 0, { timeout: 40_000 });
  }
  return (Date.now() - beganAt) / 1000;
}

const told = (page: Guest['page']) =>
  page.evaluate(() =>
    document
      .querySelector('video-room')!
      .debug.entries()
      .some(
        ({ category, level, detail }) =>
          [category, level, detail?.['code']].join() === 'decision,warn,relay-unreachable',
      ),
  );

/** Both see each other again without anybody's doing; seconds that took. */
async function bothAgain(people: { ann: Guest; ben: Guest }): Promise<number> {
  const beganAt = Date.now();
  for (const [guest, pictures] of [
    [people.ann, { Ben: 'green' }],
    [people.ben, { Ann: 'red' }],
  ] as const) {
    await expect(async () => guest.expectPictures(pictures)).toPass({ timeout: 60_000 });
    await guest.expectPicturesMove();
  }
  return (Date.now() - beganAt) / 1000;
}

test('where people meet over a relay alone and it is down, both read so, and meet as soon as it is up', async ({
  startOwn,
}) => {
  const address = ownAddress();
  const port = await freePort(address);
  const place = { address: address ?? '127.0.0.1', port };
  const people = await relayCall(startOwn, browsers, {
    environment: { TURN_URLS: turnUrls(place) },
    settings: relayOnly,
  });
  const seconds = await bothRead(people);
  addFigure({
    name: 'a relay that is down when people come: both read it',
    measured: `${seconds.toFixed(1)} s`,
    bound: '15 s',
    met: seconds <= 15,
  });
  for (const { page } of Object.values(people)) expect(await told(page)).toBe(true);
  relay = await startRelay({ port });
  const again = await bothAgain(people);
  addFigure({ name: 'it comes up: pictures both ways without a click', measured: `${again.toFixed(1)} s` });
  await bothRead(people, false);
});

/** For how long sound waits to be played in the next moment, at the worse end, in milliseconds. */
async function soundDelay(people: { ann: Guest; ben: Guest }): Promise<number> {
  const guests = Object.values(people);
  const before = await Promise.all(guests.map(received));
  await during(1_000);
  const after = await Promise.all(guests.map(received));
  return Math.max(...after.map((now, index) => flowBetween(before[index] ?? now, now).soundDelayMs));
}

/** Takes longer than `npm test` has: only in a long run. */
const ROUNDS = 3;

if (isLongRun)
  test('a relay that is gone in mid-call is missed in words, and the pictures come back with it', async ({
    startOwn,
  }) => {
    test.setTimeout(ROUNDS * 90_000);
    relay = await startRelay();
    const people = await relayCall(startOwn, browsers, {
      environment: { TURN_URLS: turnUrls(relay) },
      settings: relayOnly,
    });
    await expectBoth(people);
    for (let round = 0; round < ROUNDS; round += 1) {
      await relay.stop();
      const seconds = await bothRead(people);
      relay = await startRelay({ port: relay.port });
      const again = await bothAgain(people);
      await bothRead(people, false);
      const delay = await soundDelay(people);
      addFigure({
        name: 'the same: sound right afterwards waits to be played for',
        measured: `${Math.round(delay)} ms`,
        bound: '1000 ms',
        met: delay <= 1_000,
      });
      addFigure({
        name: 'a relay that is gone in mid-call: both read it; it is there again: pictures without a click',
        measured: `${seconds.toFixed(1)} s; ${again.toFixed(1)} s`,
        bound: '15 s',
        met: seconds <= 15,
      });
    }
  });
