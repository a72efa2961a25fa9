/** Serves the gallery, so that a browser can be driven through its scenes. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createServer } from 'vite';

declare function showScene(name: string, theme: 'dark' | 'light', language: string): Promise<unknown>;
declare const sceneNames: string[];

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

export async function openGallery() {
  const server = await createServer({
    root: at('.'),
    configFile: false,
    logLevel: 'warn',
    // Those found while a page is open would make it load anew.
    optimizeDeps: { include: ['lit', 'lit/directives/repeat.js', 'lit/directives/live.js', 'socket.io-client'] },
    server: { port: 0, host: '127.0.0.1', fs: { allow: [at('../..')] } },
    resolve: {
      alias: {
        '@video-room/protocol': at('../../libs/protocol/src/index.ts'),
        '@video-room/log': at('../../libs/log/src/index.ts'),
      },
    },
  });
  await server.listen();
  return {
    /** The names of all scenes. */
    async open(page: Page): Promise<string[]> {
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.waitForFunction(() => 'showScene' in globalThis);
      return page.evaluate(() => sceneNames);
    },
    /** All of it is to be seen when this is done. */
    async show(page: Page, name: string, theme: 'dark' | 'light', language = 'en'): Promise<void> {
      await page.evaluate((scene) => showScene(...scene).then(() => undefined), [name, theme, language] as const);
      await drawn(page);
    },
    /** Shows the scene that is open in another theme. */
    async setTheme(page: Page, theme: 'dark' | 'light'): Promise<void> {
      await page.locator('video-room').evaluate((room, chosen) => room.setAttribute('theme', chosen), theme);
      await drawn(page);
    },
    close: () => server.close(),
  };
}
