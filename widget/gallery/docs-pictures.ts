/** Takes the pictures of the documents anew: `npm run docs:pictures`, or only some: `npm run docs:pictures -- phone styling-states`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { takeCollage } from './collage.js';
import { openGallery } from './gallery-server.js';
import { COLLAGES } from './styling-collages.js';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** File, scene, theme, and size of the page in px. */
const PICTURES = [
  ['meeting', 'meeting-5', 'dark', 1200, 750],
  ['phone', 'meeting-2', 'dark', 390, 760],
  ['debug', 'debug', 'dark', 1200, 800],
  ['called', 'called', 'dark', 640, 420],
  ['styling-dark', 'chat', 'dark', 960, 600],
  ['styling-light', 'chat', 'light', 960, 600],
  ['styling-slots', 'slots', 'dark', 960, 600],
  ['styling-support', 'look-support', 'light', 400, 500],
  ['styling-classroom', 'look-classroom', 'light', 960, 600],
  ['styling-cinema', 'look-cinema', 'dark', 960, 540],
] as const;

const only = process.argv.slice(2);
const wanted = (file: string) => only.length === 0 || only.includes(file);

const gallery = await openGallery();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [file, scene, theme, width, height] of PICTURES) {
    if (!wanted(file)) continue;
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    await gallery.open(page);
    await gallery.show(page, scene, theme);
    await page.screenshot({ path: `${FOLDER}${file}.jpg`, type: 'jpeg', quality: 82 });
    await page.close();
  }
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  const desk = await browser.newPage();
  await gallery.open(page);
  for (const collage of COLLAGES) {
    const file = `styling-${collage.file}`;
    if (!wanted(file)) continue;
    await writeFile(`${FOLDER}${file}.webp`, await takeCollage(gallery, page, desk, collage));
  }
} finally {
  await browser.close();
  await gallery.close();
}
