import { type Browser, type Page } from '@playwright/test';
import { expect, test } from './rig/test.js';
import { launchChromium } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { watchPage } from './rig/watched-page.js';

const REFUSED = 'the browser refused to play sound';

/** A page whose permission prompt waits for `answerPrompt`, opened until its browser has refused to play sound. */
async function openUntilRefused(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await watchPage(page);
  await page.addInitScript((refused) => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const answered = new Promise<void>((resolve) => (window.answerPrompt = resolve));
    navigator.mediaDevices.getUserMedia = (constraints) => answered.then(() => ask(constraints));
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its element below
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      const playing = play.call(this);
      playing.catch((error: Error) => error.name === 'NotAllowedError' && console.log(refused));
      return playing;
    };
  }, REFUSED);
  // Nothing is asked of the page before: whatever a test runs in it counts as a gesture there and would allow sound.
  const refusal = page.waitForEvent('console', (message) => message.text() === REFUSED);
  await page.goto(url);
  await refusal;
  return page;
}

test('a permission prompt nobody answers delays nothing: others are seen, and heard after one tap', async ({
  enter,
  server,
  site,
  room,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const browser = await launchChromium('green', { extra: ['--autoplay-policy=document-user-activation-required'] });
  try {
    const token = await server.token({ room, identity: 'ben', name: 'Ben' });
    const page = await openUntilRefused(browser, site.url({ token }));
    const ben = new Guest(page);
    const tap = page.getByRole('button', { name: 'Tap for sound' });
    await expect(tap).toHaveCount(1);
    await ben.expectPictures({ Ann: 'red' });
    await tap.click();
    await expect(tap).toHaveCount(0);
    await expect.poll(async () => (await ben.audioEnergy()).every((energy) => energy > 0.0005)).toBe(true);
    await ann.expectPictures({});
    await page.evaluate(() => window.answerPrompt());
    await ann.expectPictures({ Ben: 'green' });
  } finally {
    await browser.close();
  }
});

test('sound that was refused starts by itself once the own microphone is allowed', async ({
  enter,
  server,
  site,
  room,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const browser = await launchChromium('green');
  try {
    const token = await server.token({ room, identity: 'ben', name: 'Ben' });
    const page = await openUntilRefused(browser, site.url({ token }));
    await page.evaluate(() => window.answerPrompt());
    await expect(page.getByRole('button', { name: 'Tap for sound' })).toHaveCount(0);
    const ben = new Guest(page);
    await expect.poll(async () => (await ben.audioEnergy()).every((energy) => energy > 0.0005)).toBe(true);
  } finally {
    await browser.close();
  }
});

declare global {
  interface Window {
    answerPrompt: () => void;
  }
}
