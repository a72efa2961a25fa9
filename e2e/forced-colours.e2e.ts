import type { Locator } from '@playwright/test';
import { openGallery } from '../widget/gallery/gallery-server.js';
import { expect, test } from './rig/test.js';

const ON = "[aria-pressed='true'], [aria-checked='true'], :checked:not(option), [aria-current]";
const OFF =
  "[aria-pressed='false'], [aria-checked='false'], [type='checkbox']:not(:checked), nav .dot:not([aria-current])";

/** Each with how many are on at least, and off. */
const SCENES: Readonly<Record<string, readonly [number, number]>> = {
  chat: [1, 1],
  'people-moderating': [1, 2],
  'people-to-call': [1, 0],
  'device-menu': [1, 1],
  'sound-only-menu': [2, 1],
  prejoin: [2, 0],
  'prejoin-off': [0, 2],
  'layout-pinned-5': [1, 1],
  'layout-second-page': [1, 1],
};

/** The colour behind each that is to be seen, and which one it is. */
const grounds = (found: Locator): Promise<{ part: string; ground: string }[]> =>
  found.evaluateAll((all) =>
    all
      .filter((each) => each.checkVisibility())
      .map((each) => ({
        part: each.getAttribute('part') ?? each.localName,
        ground: getComputedStyle(each).backgroundColor,
      })),
  );

test('what is on or pressed is told from what is not where the system chooses the colours', async ({ openPage }) => {
  const gallery = await openGallery();
  try {
    const page = await openPage();
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await gallery.open(page);
    const highlight = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.cssText = 'background: Highlight; forced-color-adjust: none';
      return getComputedStyle(probe).backgroundColor;
    });
    for (const [scene, [on, off]] of Object.entries(SCENES)) {
      await gallery.show(page, scene, 'dark');
      const element = page.locator('video-room');
      const ofOn = await grounds(element.locator(ON));
      const ofOff = await grounds(element.locator(OFF));
      const isMarked = ({ ground }: { ground: string }) => ground === highlight;
      const unmarked = ofOn.filter((each) => on === 0 || !isMarked(each));
      expect.soft(unmarked, `${scene}: on, but not marked or not meant to be`).toEqual([]);
      expect.soft(ofOff.filter(isMarked), `${scene}: off, but marked`).toEqual([]);
      expect
        .soft([ofOn.length >= on, ofOff.length >= off], `${scene}: ${ofOn.length} on, ${ofOff.length} off`)
        .toEqual([true, true]);
    }
    // In the scenes no microphone is on.
    await page.evaluate(() => document.body.append(document.createElement('vr-level')));
    expect(await grounds(page.locator('vr-level i'))).toEqual([{ part: 'i', ground: highlight }]);
  } finally {
    await gallery.close();
  }
});
