import type { Guest } from './rig/guest.js';
import { expectSoundWithout, outbound } from './rig/sent-media.js';
import { giveScreens } from './rig/shared-screen.js';
import { expect, test } from './rig/test.js';

/** As when the person looks at another tab. */
const hide = (guest: Guest, hidden: boolean) =>
  guest.page.evaluate((value) => {
    const state = value ? 'hidden' : 'visible';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

/** How wide a screen of 1280x720 should be sent to a tile: in steps, never smaller than it is shown. */
function widthFor([width, height]: readonly [number, number]): number {
  const upTo = (length: number) => Math.ceil(length / 16) * 16;
  const fits = Math.max(1280 / upTo(width), 720 / upTo(height));
  return 1280 / ([1, 1.5, 2, 3, 4, 6, 8].findLast((scale) => scale <= fits) ?? 1);
}

const resize = (guest: Guest, width: number, height: number) => guest.page.setViewportSize({ width, height });

test('a hidden tab is sent no pictures, but sound; when it is looked at again, pictures are there', async ({
  enter,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ann.expectPictures({ Ben: 'green' });
  const grows = async (mid: '0' | '1') => {
    const before = await outbound(ann, mid, 'bytesSent');
    await expect.poll(() => outbound(ann, mid, 'bytesSent')).toBeGreaterThan(before);
  };
  await grows('1');
  await hide(ben, true);
  await expectSoundWithout(ann, '1');
  // The other way nothing has changed: Ann still looks.
  await ann.expectPicturesMove();
  await hide(ben, false);
  await grows('1');
  await ben.expectPicturesMove();
  expect(await ben.openPeerConnections()).toBe(1);
});

test('a screen is sent as large as it is shown, and each link by its own end', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await expect(ann.page.getByRole('button', { name: 'Share your screen' })).toHaveCount(1);
  await resize(ben, 1600, 1000);
  await giveScreens(ann.page, 'yellow');
  await ann.page.evaluate(() => document.querySelector('video-room')?.toggleScreenShare(true));
  await ben.expectPictures({ Ann: 'red', 'Ann’s screen': 'yellow' });
  /** Of the tile; in headless browsers a CSS pixel is a device pixel. */
  const shown = () =>
    ben.page.evaluate(() => {
      const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
      const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
      const tile = tiles.find(({ person }) => person?.kind === 'screen');
      return [tile?.offsetWidth ?? 1, tile?.offsetHeight ?? 1] as const;
    });
  const widths: number[] = [];
  for (const [wide, high] of [
    [1600, 1000],
    [420, 700],
    [1600, 1000],
  ] as const) {
    await resize(ben, wide, high);
    await expect.poll(async () => (await shown())[0] > 420, 'the tile has its new size').toBe(wide > 420);
    await expect
      .poll(async () => Math.abs((await outbound(ann, '2', 'frameWidth')) - widthFor(await shown())))
      .toBeLessThan(8);
    widths.push(await outbound(ann, '2', 'frameWidth'));
  }
  expect(widths[1]).toBeLessThan(widths[0] ?? 0);
  await hide(ben, true);
  await expectSoundWithout(ann, '2');
});
