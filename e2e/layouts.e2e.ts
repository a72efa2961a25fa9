import { pressInBar } from './rig/bar.js';
import { expect, test } from './rig/test.js';
import type { Guest } from './rig/guest.js';

/** What is known of one person's tile and its picture. */
const tileOf = ({ page }: Guest, name: string) =>
  page.evaluate((wanted) => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    const tile = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])].find(
      ({ person }) => person?.name === wanted,
    );
    const video = tile?.shadowRoot?.querySelector('video');
    if (!tile || !video) return undefined;
    const same = window.keptVideo === video;
    window.keptVideo = video;
    const { x, y, width, height } = tile.getBoundingClientRect();
    return { same, time: video.currentTime, paused: video.paused, x, y, width, height };
  }, name);

/** From the menu of the bar. */
async function choose({ page }: Guest, name: string): Promise<void> {
  await pressInBar(page.locator('video-room [part~=more-button]'));
  await page.getByRole('menuitemcheckbox', { name }).click();
}

test('pinning by double click makes a tile large, and its picture goes on', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await enter('Ben', { colour: 'green' });
  await enter('Chi', { colour: 'blue' });
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  const before = await tileOf(ann, 'Chi');
  if (!before) throw new Error('Chi has no tile');
  await ann.page.mouse.dblclick(before.x + before.width / 2, before.y + before.height / 2);
  await expect.poll(async () => (await tileOf(ann, 'Chi'))?.width).toBeGreaterThan(before.width * 1.2);
  const pinned = await tileOf(ann, 'Chi');
  expect(pinned).toMatchObject({ same: true, paused: false });
  expect(pinned?.time).toBeGreaterThanOrEqual(before.time);
  await expect.poll(async () => (await tileOf(ann, 'Chi'))?.time).toBeGreaterThan(pinned?.time ?? Infinity);
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  expect(await ann.page.evaluate(() => document.querySelector('video-room')?.pinned)).toBeTruthy();
});

test('the stage fills the screen and comes back', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ann.page.evaluate(() => {
    window.told = [];
    const element = document.querySelector('video-room');
    element?.addEventListener('fullscreen-changed', ({ on }) => window.told.push(`fullscreen ${on}`));
  });
  await choose(ann, 'Full screen');
  await expect.poll(() => ann.page.evaluate(() => window.told)).toEqual(['fullscreen true']);
  await ann.page.evaluate(() => document.querySelector('video-room')?.toggleFullscreen(false));
  await expect.poll(() => ann.page.evaluate(() => window.told)).toEqual(['fullscreen true', 'fullscreen false']);
  await ann.expectPicturesMove();
});

test('the call goes on in a small window and comes back, with the same pictures', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  const ben = await ann.page.evaluateHandle(() => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    return [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])].find(({ person }) => person?.name === 'Ben');
  });
  const seen = () =>
    ben.evaluate((tile) => {
      const video = tile?.shadowRoot?.querySelector('video');
      return { inPage: tile?.ownerDocument === document, time: video?.currentTime ?? 0, paused: video?.paused };
    });
  await choose(ann, 'Small window');
  for (const inPage of [false, true]) {
    if (inPage) await ann.page.evaluate(() => document.querySelector('video-room')?.togglePictureInPicture(false));
    await expect.poll(seen).toMatchObject({ inPage, paused: false });
    const { time } = await seen();
    await expect.poll(async () => (await seen()).time).toBeGreaterThan(time);
  }
});

declare global {
  interface Window {
    keptVideo: HTMLVideoElement | undefined;
    told: string[];
  }
}
