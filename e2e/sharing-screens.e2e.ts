import { pressInBar } from './rig/bar.js';
import { launchChromium } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { watchPage } from './rig/watched-page.js';
import { endInBrowser, giveScreens } from './rig/shared-screen.js';
import { expect, test } from './rig/test.js';

const press = ({ page }: Guest) => pressInBar(page.locator('[slot=screen]').getByRole('button'));

test('a screen is shared, switched and ended among three, one of whom comes meanwhile', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await giveScreens(ann.page, 'yellow', 'blue', 'green');
  await press(ann);
  await ben.expectPictures({ Ann: 'red', 'Ann’s screen': 'yellow' });
  const chi = await enter('Chi', { colour: 'blue' });
  await chi.expectPictures({ Ann: 'red', 'Ann’s screen': 'yellow', Ben: 'green' });
  for (const guest of [ben, chi]) await guest.expectPicturesMove();
  await ann.page.evaluate(() => document.querySelector('video-room')?.switchScreenShare());
  await ben.expectPictures({ Ann: 'red', 'Ann’s screen': 'blue', Chi: 'blue' });
  await chi.expectPictures({ Ann: 'red', 'Ann’s screen': 'blue', Ben: 'green' });
  await press(ann);
  await ben.expectPictures({ Ann: 'red', Chi: 'blue' });
  await press(ann);
  await chi.expectPictures({ Ann: 'red', 'Ann’s screen': 'green', Ben: 'green' });
  await endInBrowser(ann.page);
  await ben.expectPictures({ Ann: 'red', Chi: 'blue' });
  expect(await ann.page.evaluate(() => document.querySelector('video-room')?.screenShare)).toBe('off');
  // Chosen nothing: nothing happens.
  await press(ann);
  await expect.poll(() => ann.errors()).toEqual(['screen-denied']);
  for (const guest of [ann, ben, chi]) {
    await guest.expectPicturesMove();
    expect(await guest.openPeerConnections()).toBe(2);
  }
  const sections = await ann.page.evaluate(() => window.peerConnections.map((pc) => pc.getTransceivers().length));
  expect(sections, 'one section for all that was shared').toEqual([3, 3]);
});

test('two who begin to share in the same instant see each other’s screens', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  const guests = [ann, ben];
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await giveScreens(ann.page, 'yellow', 'yellow', 'yellow');
  await giveScreens(ben.page, 'blue', 'blue', 'blue');
  for (const guest of guests) await expect(guest.page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  const toggle = (guest: Guest) => guest.page.evaluate(() => document.querySelector('video-room')?.toggleScreenShare());
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(guests.map(toggle));
    await ann.expectPictures({ Ben: 'green', 'Ben’s screen': 'blue' });
    await ben.expectPictures({ Ann: 'red', 'Ann’s screen': 'yellow' });
    await Promise.all(guests.map(toggle));
    await ann.expectPictures({ Ben: 'green' });
    await ben.expectPictures({ Ann: 'red' });
  }
  for (const guest of guests) await guest.expectPicturesMove();
});

test('what the browser itself gives of a screen arrives, with its sound', async ({ server, site, room, enter }) => {
  const browser = await launchChromium('green');
  try {
    const page = await browser.newPage();
    await watchPage(page);
    await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
    const ben = new Guest(page);
    const ann = await enter('Ann', { colour: 'red' });
    await ann.expectPictures({ Ben: 'green' });
    await press(ben);
    await expect.poll(async () => (await ann.videos()).map(({ name }) => name).sort()).toContain('Ben’s screen');
    const media = () =>
      ann.page.evaluate(
        () => document.querySelector('video-room')?.participants.find(({ name }) => name === 'Ben')?.media,
      );
    await expect.poll(media).toEqual({ microphone: true, camera: true, screen: true, screenAudio: true });
  } finally {
    await browser.close();
  }
});

test('who may not share has no button, and asking is refused', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', grants: { canPublishSources: ['camera', 'microphone'] } });
  const ben = await enter('Ben', { colour: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await expect(ben.page.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  await expect(ann.page.getByRole('button', { name: 'Share your screen' })).toHaveCount(0);
  await ann.page.evaluate(() => document.querySelector('video-room')?.toggleScreenShare());
  await expect.poll(() => ann.errors()).toEqual(['not-allowed']);
});
