/**
 * Takes a picture of every scene at every width in both themes: `npx tsx widget/gallery/capture.ts [folder] [scene…]`.
 * Default folder: screenshots/widget, which git ignores. `SIZES` and `THEMES` from the environment, such as
 * `SIZES=320,1440 THEMES=light`, take only those. `LANGS=ar,de` takes them in these languages instead of English.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';

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

declare function showScene(name: string, theme: 'dark' | 'light', language: string): Promise<void>;
declare const sceneNames: string[];

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** @param only names of scenes; all when empty. */
export async function captureGallery(folder: string, only: readonly string[] = []): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const server = await createServer({
    root: at('.'),
    configFile: false,
    logLevel: 'warn',
    server: { port: 0, host: '127.0.0.1', fs: { allow: [at('../..')] } },
    resolve: {
      alias: {
        '@video-room/protocol': at('../../libs/protocol/src/index.ts'),
        '@video-room/log': at('../../libs/log/src/index.ts'),
      },
    },
  });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    for (const viewport of asked(SIZES, 'SIZES', ({ width }) => String(width))) {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
      page.on('pageerror', (error) => process.stderr.write(`${error.message}\n`));
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction(() => 'showScene' in globalThis);
      const names = await page.evaluate(() => sceneNames);
      for (const name of names) {
        if (only.length > 0 && !only.includes(name)) continue;
        for (const theme of asked(THEMES, 'THEMES', String)) {
          for (const language of LANGUAGES) {
            await page.evaluate((scene) => showScene(...scene), [name, theme, language] as const);
            await waitForPictures(page, language);
            const suffix = language === 'en' ? '' : `-${language}`;
            await shoot(page, join(folder, `${name}-${theme}-${viewport.width}${suffix}.png`));
          }
        }
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Until every picture that is shown has been decoded and what is loaded later is there. */
async function waitForPictures(page: Page, language: string): Promise<void> {
  await page.waitForFunction((code) => {
    const room = document.querySelector('video-room');
    if (!room?.shadowRoot?.querySelector<HTMLElement>('.frame')?.lang.startsWith(code)) return false;
    const tiles = room?.shadowRoot?.querySelector('vr-stage')?.shadowRoot?.querySelectorAll('vr-tile') ?? [];
    const prejoin = room?.shadowRoot?.querySelector('vr-prejoin');
    const videos = [...tiles, ...(prejoin ? [prejoin] : [])].map((tile) => tile.shadowRoot?.querySelector('video'));
    const decoded = videos.every((video) => !video?.srcObject || video.videoWidth > 0);
    const notice = room?.shadowRoot?.querySelector('.main vr-notice');
    if (notice && !notice.shadowRoot?.firstElementChild) return false;
    if (room?.shadowRoot?.querySelector('.main > .connecting') && room.participants.length > 0) return false;
    return decoded && (!room?.debugOpen || !!room.shadowRoot?.querySelector('vr-debug')?.shadowRoot?.firstElementChild);
  }, language);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
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
