/** What a page says of connections that do well. How they do is also how busy the machine is. */
import type { Guest } from './rig/guest.js';
import { expect, test } from './rig/test.js';

/** Counts how often the page itself asks its links how they do; those who test ask, too. */
async function countLooks(page: Guest['page']): Promise<void> {
  await page.addInitScript(() => {
    window.looks = 0;
    const { prototype } = RTCPeerConnection;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it was asked of
    const { getStats } = prototype;
    prototype.getStats = function (...selector) {
      window.looks += 1;
      return getStats.apply(this, selector);
    };
  });
}

const looks = ({ page }: Guest) => page.evaluate(() => window.looks);

/** How the connections of everybody do, oneself included. */
const qualities = ({ page }: Guest) =>
  page.evaluate(() => {
    const room = document.querySelector('video-room');
    return (room?.participants ?? []).map(({ name, id }) => `${name} ${room?.qualityOf(id)}`).sort();
  });

test('a connection that does well is said to be good at both ends', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', prepare: countLooks });
  const ben = await enter('Ben', { colour: 'green', prepare: countLooks });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const guest of [ann, ben]) {
    const before = await looks(guest);
    // It takes two to become worse.
    await expect.poll(() => looks(guest), { timeout: 30_000 }).toBeGreaterThan(before + 3);
    await expect.poll(() => qualities(guest), { timeout: 30_000 }).toEqual(['Ann good', 'Ben good']);
  }
});

declare global {
  interface Window {
    looks: number;
  }
}
