import { pressInBar } from './rig/bar.js';
import type { Guest } from './rig/guest.js';
import { expectSoundWithout, outbound } from './rig/sent-media.js';
import { expect, test } from './rig/test.js';

/** From the menu of the bar. */
async function chooseSoundOnly({ page }: Guest): Promise<void> {
  await pressInBar(page.locator('video-room [part~=more-button]'));
  await page.getByRole('menuitemcheckbox', { name: 'Sound only' }).click();
}

test('with sound only no picture comes or goes, and sound goes on; afterwards both are back', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });

  await chooseSoundOnly(ann);
  await ann.expectPictures({});
  await ben.expectPictures({});
  await expectSoundWithout(ben, '1');
  await expectSoundWithout(ann, '1');
  expect(await ann.energyDuring(1)).toBeGreaterThan(0);
  expect(await ben.energyDuring(1)).toBeGreaterThan(0);
  // The microphone alone.
  expect(await ann.liveTracks()).toBe(1);
  expect(await ben.liveTracks()).toBe(2);

  await ann.page.getByRole('button', { name: 'Show pictures' }).click();
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ann.expectPicturesMove();
  const frames = await outbound(ann, '1', 'framesSent');
  await expect.poll(() => outbound(ann, '1', 'framesSent')).toBeGreaterThan(frames);
  expect(await ann.openPeerConnections()).toBe(1);
});

test('with sound only from the start the camera is never opened', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', attributes: { 'sound-only': '' } });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  expect(await ben.energyDuring(1)).toBeGreaterThan(0);
  await expectSoundWithout(ben, '1');
  expect(await ann.liveTracks()).toBe(1);
  await ann.page.evaluate(() => document.querySelector('video-room')?.toggleCamera(true));
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
});
