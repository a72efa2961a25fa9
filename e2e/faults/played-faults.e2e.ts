/** What a site's owner plays to see what visitors would: each fault heals by itself, in the same seats. */
import type { Guest } from '../rig/guest.js';
import { expect, test } from '../rig/test.js';

const FAULTS = ['signal-lost', 'media-lost', 'network-change', 'server-restart'] as const;

test('each fault that is played heals by itself, and nobody joins or leaves', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', attributes: { debug: '' } });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  const before = await idsOf(ben);
  for (const fault of FAULTS) {
    await ann.page.evaluate((name) => document.querySelector('video-room')?.simulate(name), fault);
    await expect.poll(() => isPlayed(ann, fault)).toBe(true);
    await ann.expectState('joined');
    for (const guest of [ann, ben]) await guest.expectPicturesMove();
  }
  expect(await idsOf(ben)).toEqual(before);
  expect(await ben.page.evaluate(() => document.querySelector('video-room')?.participants.length)).toBe(2);
});

const idsOf = ({ page }: Guest) =>
  page.evaluate(() => document.querySelector('video-room')?.participants.map(({ id }) => id));

/** Whether the log says that it was, and what that led to. */
const isPlayed = ({ page }: Guest, fault: string) =>
  page.evaluate((name) => {
    const entries = document.querySelector('video-room')?.debug.filter({ level: 'debug' }) ?? [];
    const at = entries.findIndex(({ text, detail }) => text === 'fault simulated' && detail?.['fault'] === name);
    return at >= 0 && entries.length > at + 1;
  }, fault);
