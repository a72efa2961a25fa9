import { launchFirefox } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { watchPage } from './rig/watched-page.js';
import { giveScreens } from './rig/shared-screen.js';
import { expect, test } from './rig/test.js';

test('Chromium and Firefox share screens in the same instant, whoever came first', async ({
  enter,
  server,
  site,
  room,
}) => {
  // Two rounds with two kinds of browsers.
  test.slow();
  const browser = await launchFirefox();
  try {
    for (const firefoxFirst of [true, false]) {
      const place = `${room} ${firefoxFirst}`;
      const page = await browser.newPage();
      await watchPage(page);
      const fox = new Guest(page);
      const token = await server.token({ room: place, identity: 'fox', name: 'Fox' });
      if (firefoxFirst) await page.goto(site.url({ token }));
      if (firefoxFirst) await fox.expectState('joined');
      const ann = await enter('Ann', { colour: 'red', room: place });
      await ann.expectState('joined');
      if (!firefoxFirst) await page.goto(site.url({ token }));
      await fox.expectPictures({ Ann: 'red' });
      await giveScreens(ann.page, 'yellow', 'green');
      await giveScreens(page, 'blue', 'green');
      const guests = [ann, fox];
      for (const guest of guests)
        await expect(guest.page.getByRole('button', { name: 'Share your screen' })).toHaveCount(1);
      const toggle = () =>
        Promise.all(
          guests.map((guest) => guest.page.evaluate(() => document.querySelector('video-room')?.toggleScreenShare())),
        );
      const seen = async (guest: Guest) => (await guest.videos()).filter(({ name }) => name.endsWith('screen'));
      await toggle();
      await expect.poll(() => seen(ann)).toEqual([{ name: 'Fox’s screen', own: false, colour: 'blue' }]);
      await expect.poll(() => seen(fox)).toEqual([{ name: 'Ann’s screen', own: false, colour: 'yellow' }]);
      await toggle();
      await expect.poll(() => seen(ann)).toEqual([]);
      await toggle();
      await expect.poll(() => seen(ann)).toEqual([{ name: 'Fox’s screen', own: false, colour: 'green' }]);
      await expect.poll(() => seen(fox)).toEqual([{ name: 'Ann’s screen', own: false, colour: 'green' }]);
      for (const guest of guests) await guest.expectPicturesMove();
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
