import { expect, test } from './rig/test.js';
import { launchChromium } from './rig/browsers.js';
import { Guest, watchPeerConnections } from './rig/guest.js';

test('a permission prompt nobody answers delays nothing: others are seen, and heard after one tap', async ({
  enter,
  server,
  site,
  room,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const browser = await launchChromium('green', ['--autoplay-policy=document-user-activation-required']);
  try {
    const page = await browser.newPage();
    await watchPeerConnections(page);
    await page.addInitScript(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const answered = new Promise<void>((resolve) => (window.answerPrompt = resolve));
      navigator.mediaDevices.getUserMedia = (constraints) => answered.then(() => ask(constraints));
    });
    await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
    const ben = new Guest(page);
    // Looking at pictures comes after: what a test runs in a page counts as a gesture there.
    const tap = page.getByRole('button', { name: 'Tap for sound' });
    await expect(tap).toHaveCount(1);
    await ben.expectPictures({ Ann: 'red' });
    await tap.click();
    await expect(tap).toHaveCount(0);
    await expect
      .poll(async () => (await ben.audioEnergy()).every((energy) => energy > 0.0005), { timeout: 20_000 })
      .toBe(true);
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
    const page = await browser.newPage();
    await watchPeerConnections(page);
    await page.addInitScript(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      const answered = new Promise<void>((resolve) => (window.answerPrompt = resolve));
      navigator.mediaDevices.getUserMedia = (constraints) => answered.then(() => ask(constraints));
    });
    await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
    const ben = new Guest(page);
    await expect(page.getByRole('button', { name: 'Tap for sound' })).toHaveCount(1);
    await page.evaluate(() => window.answerPrompt());
    await expect(page.getByRole('button', { name: 'Tap for sound' })).toHaveCount(0);
    await expect
      .poll(async () => (await ben.audioEnergy()).every((energy) => energy > 0.0005), { timeout: 20_000 })
      .toBe(true);
  } finally {
    await browser.close();
  }
});

declare global {
  interface Window {
    answerPrompt: () => void;
  }
}
