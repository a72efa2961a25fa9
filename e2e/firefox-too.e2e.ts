import { expect, test } from './rig/test.js';
import { launchFirefox } from './rig/browsers.js';
import { Guest } from './rig/guest.js';
import { watchPage } from './rig/watched-page.js';

test('Chromium and Firefox see and hear each other, whoever comes first', async ({ enter, server, site, room }) => {
  const browser = await launchFirefox();
  try {
    for (const firefoxFirst of [true, false]) {
      const place = `${room} ${firefoxFirst}`;
      const page = await browser.newPage();
      await watchPage(page);
      const token = await server.token({ room: place, identity: 'fox', name: 'Fox' });
      const fox = new Guest(page);
      if (firefoxFirst) await page.goto(site.url({ token }));
      if (firefoxFirst) await fox.expectState('joined');
      const ann = await enter('Ann', { colour: 'red', room: place });
      await ann.expectState('joined');
      if (!firefoxFirst) await page.goto(site.url({ token }));
      await fox.expectPictures({ Ann: 'red' });
      await ann.expectPicturesMove();
      for (const guest of [ann, fox]) {
        await expect.poll(async () => (await guest.audioEnergy()).every((energy) => energy > 0.0005)).toBe(true);
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
