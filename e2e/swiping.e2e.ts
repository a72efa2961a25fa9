import type { CDPSession } from '@playwright/test';
import { openGallery } from '../widget/gallery/gallery-server.js';
import { expect, test } from './rig/test.js';

/** A finger that is put down, drawn and lifted, as the system reports it. */
async function swipe(cdp: CDPSession, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const STEPS = 6;
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (let step = 1; step <= STEPS; step += 1) {
    const part = step / STEPS;
    const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('pages are turned by a finger, and not by one that scrolls', async ({ openPage }) => {
  const gallery = await openGallery();
  try {
    const page = await openPage();
    await page.setViewportSize({ width: 390, height: 760 });
    await gallery.open(page);
    await gallery.show(page, 'layout-speaker-16', 'dark');
    const number = page.locator('video-room nav span');
    await expect(number).toHaveText('1 of 2');
    const cdp = await page.context().newCDPSession(page);
    const [start, end, middle] = [40, 350, 195];
    await swipe(cdp, { x: end, y: 300 }, { x: start, y: 320 });
    await expect(number).toHaveText('2 of 2');
    await swipe(cdp, { x: start, y: 300 }, { x: end, y: 300 });
    await expect(number).toHaveText('1 of 2');
    await swipe(cdp, { x: middle, y: 500 }, { x: middle - 60, y: 200 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(number).toHaveText('1 of 2');
    await swipe(cdp, { x: start, y: 300 }, { x: end, y: 300 });
    await swipe(cdp, { x: end, y: 300 }, { x: start, y: 300 });
    await expect(number).toHaveText('2 of 2');
  } finally {
    await gallery.close();
  }
});
