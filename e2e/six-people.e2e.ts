import type { Page } from '@playwright/test';
import type { Guest } from './rig/guest.js';
import { picturesSentBy, tilesSeenBy } from './rig/seen-by.js';
import { expect, test } from './rig/test.js';

/** Large enough to be scaled down, and little enough that a busy computer encodes it thirty times. */
const CAMERA = [320, 180] as const;
const FRAMES_PER_SECOND = 8;

/** And no microphone: to code and play sound over thirty links takes several times as much as the pictures do. */
async function withPaintedCamera(page: Page): Promise<void> {
  await page.addInitScript(
    ([width, height, rate]) => {
      const { mediaDevices } = navigator;
      mediaDevices.getUserMedia = ({ video = false } = {}) => {
        if (!video) return Promise.reject(new DOMException('no microphone', 'NotFoundError'));
        const canvas = Object.assign(document.createElement('canvas'), { width, height });
        const context = canvas.getContext('2d')!;
        const paint = (at: number) => {
          context.fillStyle = 'rgb(200 40 40)';
          context.fillRect(0, 0, width, height);
          context.fillStyle = 'white';
          context.fillRect((at * 10) % width, height - 20, 20, 20);
        };
        let at = 0;
        setInterval(() => paint((at += 1)), 1000 / rate);
        paint(0);
        return Promise.resolve(canvas.captureStream(rate));
      };
    },
    [...CAMERA, FRAMES_PER_SECOND] as const,
  );
}

/** As when the person looks at another tab. */
const hide = (guest: Guest) =>
  guest.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });

/** Pictures are made smaller in steps; what is sent is at most so much wider than what is wanted. */
const STEP = 1.25;

/** How wide the picture should arrive at least: as large as the tile that it fills, if the camera gives so much. */
function widthFor([width, height]: readonly [number, number]): number {
  const upTo = (length: number) => Math.ceil(length / 16) * 16;
  const fits = Math.min(CAMERA[0] / upTo(width), CAMERA[1] / upTo(height));
  return CAMERA[0] / Math.max(1, fits);
}

/** Every link of which one end shows a tile: how wide the picture is sent, and how wide it should be. */
async function links(guests: readonly Guest[]): Promise<{ sent: number; wanted: number }[]> {
  const pictures = (await Promise.all(guests.map(picturesSentBy))).flat();
  const seen = (await Promise.all(guests.map(tilesSeenBy))).flat();
  return seen.map(({ ssrc, shown }) => {
    const { width: sent = 0 } = pictures.find((picture) => picture.ssrc === ssrc) ?? {};
    return { sent, wanted: widthFor(shown) };
  });
}

test('in a meeting of six, each of the thirty links carries what its tile asks for, and none what nobody looks at', async ({
  enter,
}) => {
  test.setTimeout(180_000);
  const guests: Guest[] = [];
  for (const [index, name] of ['Ann', 'Ben', 'Chi', 'Dan', 'Eve', 'Fay'].entries()) {
    const guest = await enter(name, { prepare: withPaintedCamera, attributes: { layout: 'grid' } });
    await guest.page.setViewportSize(index < 2 ? { width: 1400, height: 900 } : { width: 560, height: 480 });
    guests.push(guest);
  }
  const everyLinkFollowsItsTile = async (count: number) => {
    await expect
      .poll(
        async () => {
          const all = await links(guests);
          const wrong = all.filter(({ sent, wanted }) => sent < wanted - 4 || sent > wanted * STEP + 4);
          return { count: all.length, wrong };
        },
        { timeout: 60_000 },
      )
      .toEqual({ count, wrong: [] });
    return links(guests);
  };
  const inGrids = await everyLinkFollowsItsTile(30);
  expect(new Set(inGrids.map(({ wanted }) => wanted)).size, 'tiles of several sizes').toBeGreaterThan(1);

  const [ann, , , , , fay] = guests as [Guest, Guest, Guest, Guest, Guest, Guest];
  await ann.page.evaluate(() => {
    const room = document.querySelector('video-room')!;
    room.layout = 'sidebar';
    room.pin(room.participants.find(({ name }) => name === 'Ben')?.id);
  });
  const sizes = async () => new Set((await tilesSeenBy(ann)).map(({ shown }) => widthFor(shown))).size;
  await expect.poll(sizes, 'one large tile and small ones').toBeGreaterThan(1);
  await everyLinkFollowsItsTile(30);

  const toFay = new Set((await tilesSeenBy(fay)).map(({ ssrc }) => ssrc));
  await hide(fay);
  const framesTo = async (chosen: (ssrc: number) => boolean) =>
    (await Promise.all(guests.map(picturesSentBy)))
      .flat()
      .filter(({ ssrc }) => chosen(ssrc))
      .map(({ framesSent }) => framesSent);
  await expect
    .poll(
      async () => {
        const before = await framesTo((ssrc) => toFay.has(ssrc));
        const others = await framesTo((ssrc) => !toFay.has(ssrc));
        // All others get three more pictures meanwhile.
        await expect
          .poll(async () => {
            const now = await framesTo((ssrc) => !toFay.has(ssrc));
            return now.every((frames, index) => frames >= (others[index] ?? 0) + 3);
          })
          .toBe(true);
        const after = await framesTo((ssrc) => toFay.has(ssrc));
        return after.map((frames, index) => frames - (before[index] ?? 0));
      },
      { timeout: 60_000 },
    )
    .toEqual([0, 0, 0, 0, 0]);
});
