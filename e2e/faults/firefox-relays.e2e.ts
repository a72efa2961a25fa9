/** A relay-only call with Firefox at the other end. */
import type { Browser } from '@playwright/test';
import { addFigure } from '../../bench/report/long-run.js';
import type { Coturn } from '../../libs/turn-check/src/local-coturn.js';
import { launchChromium, launchFirefox } from '../rig/browsers.js';
import { keepFrames, keptFrames } from '../rig/frames.js';
import { startRelay, turnUrls } from '../rig/relay.js';
import { relayCall } from '../rig/relay-scene.js';
import { pathsOf } from '../rig/relayed-call.js';
import { expect, test } from '../rig/test.js';

let browsers: Browser[] = [];
let relay: Coturn;
test.beforeAll(async () => {
  relay = await startRelay();
  browsers = [await launchChromium('red'), await launchFirefox()];
});
test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await relay.stop();
});

/** Ways of a candidate that are no relay's, and whatever stands for an address in what a page says or hears. */
const WAYS = /typ (?:host|srflx|prflx)|raddr (?!0\.0\.0\.0)\S+/g;
const ADDRESSES = /(?:\d{1,3}\.){3}\d{1,3}|\b[\w-]+\.local\b/g;

test('Firefox and Chromium see each other over a relay alone, and neither says an address', async ({ startOwn }) => {
  const { ann, ben } = await relayCall(startOwn, browsers, {
    environment: { TURN_URLS: turnUrls(relay) },
    settings: { relayOnly: true },
    prepare: keepFrames,
  });
  await ben.expectPictures({ Ann: 'red' });
  await expect.poll(async () => (await ann.videos()).filter(({ own }) => !own).length).toBe(1);
  let frames = 0;
  const told = new Set<string>();
  for (const guest of [ann, ben]) {
    await guest.expectPicturesMove();
    // The other end's comes before it was said, and Firefox does not see afterwards that it is the same.
    await expect.poll(() => pathsOf(guest.page)).toEqual([expect.stringMatching(/^relay\/(?:relay|prflx)$/)]);
    const signals = (await keptFrames(guest.page)).filter((frame) => frame.includes('"signal"'));
    frames += signals.length;
    const said = signals.join('\n');
    expect(said).toContain('typ relay');
    expect(said.match(WAYS)).toBe(null);
    const addresses = new Set(said.match(ADDRESSES));
    for (const address of addresses) told.add(address);
    expect([...addresses]).toContain(relay.address);
  }
  const foreign = [...told].filter((address) => address !== '0.0.0.0' && address !== relay.address);
  addFigure({
    name: 'Firefox at the other end of a relay-only call: addresses but the relay’s in what both say and hear',
    measured: `${foreign.length} in ${frames} frames`,
    bound: '0',
    met: foreign.length === 0,
  });
  expect([...told].sort()).toEqual(['0.0.0.0', relay.address].sort());
});
