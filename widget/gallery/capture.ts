/**
 * Takes a picture of every scene at every width in both themes: `npx tsx widget/gallery/capture.ts [folder] [scene…]`.
 * Default folder: screenshots/widget, which git ignores. `SIZES` and `THEMES` from the environment, such as
 * `SIZES=320,1440 THEMES=light`, take only those. `LANGS=ar,de` takes them in these languages instead of English.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { openGallery } from './gallery-server.js';

const SIZES = [
  { width: 280, height: 500 },
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 600 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
];
const THEMES = ['dark', 'light'] as const;
const LANGUAGES = process.env['LANGS']?.split(',') ?? ['en'];

/** Those of `all` that the environment asks for; all when it says nothing. */
const asked = <Value>(all: readonly Value[], name: string, nameOf: (value: Value) => string): Value[] => {
  const wanted = process.env[name]?.split(',');
  return all.filter((value) => !wanted || wanted.includes(nameOf(value)));
};

/** @param only names of scenes; all when empty. */
export async function captureGallery(folder: string, only: readonly string[] = []): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const gallery = await openGallery();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    for (const viewport of asked(SIZES, 'SIZES', ({ width }) => String(width))) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
      page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
      const names = await gallery.open(page);
      for (const name of names) {
        if (only.length > 0 && !only.includes(name)) continue;
        for (const theme of asked(THEMES, 'THEMES', String)) {
          for (const language of LANGUAGES) {
            await gallery.show(page, name, theme, language);
            const suffix = language === 'en' ? '' : `-${language}`;
            await shoot(page, join(folder, `${name}-${theme}-${viewport.width}${suffix}.png`));
          }
        }
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await gallery.close();
  }
}

/** A busy machine sometimes has no frame ready; the next one does. */
async function shoot(page: Page, path: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await page.screenshot({ path });
      return;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'screenshots/widget', ...only] = process.argv.slice(2);
  await captureGallery(folder, only);
}
