import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { openGallery } from '../widget/gallery/gallery-server.js';
import { expect, test } from './rig/test.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run: (context: string, options: RunOptions) => Promise<AxeResults> };

/** What a theme changes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** @param rules default: all. */
const faults = (page: Page, rules?: string[]): Promise<string[]> =>
  page.evaluate(async (chosen) => {
    const room = document.querySelector('video-room');
    // A bar that nobody has been near for a while is hidden, and so not looked at.
    room?.dispatchEvent(new Event('pointermove'));
    await room?.updateComplete;
    const only: RunOptions = chosen ? { runOnly: { type: 'rule', values: chosen } } : {};
    const { violations } = await axe.run('video-room', { resultTypes: ['violations'], ...only });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.flat().join(' ')} ${failureSummary ?? ''}`),
    );
  }, rules);

test('axe finds nothing in any state, dark or light', async ({ openPage }) => {
  test.setTimeout(300_000);
  const gallery = await openGallery();
  try {
    const page = await openPage();
    // Half shown, everything has too little contrast.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const scenes = await gallery.open(page);
    expect(scenes.length).toBeGreaterThan(50);
    await page.evaluate(AXE);
    for (const scene of scenes) {
      await gallery.show(page, scene, 'dark');
      expect.soft(await faults(page), `${scene}, dark`).toEqual([]);
      // A page's own look is made for one theme, which it sets itself.
      if (await page.evaluate(() => document.adoptedStyleSheets.length > 0)) continue;
      await gallery.setTheme(page, 'light');
      expect.soft(await faults(page, OF_COLOURS), `${scene}, light`).toEqual([]);
    }
  } finally {
    await gallery.close();
  }
});
