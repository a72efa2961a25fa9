/** All that a page says and hears over its sockets, kept in the page itself, as not every browser tells it from outside. */
import type { Page } from '@playwright/test';

/** To be called before the page opens. */
export async function keepFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const keep = (data: unknown) => void (typeof data === 'string' && window.keptFrames.push(data));
    window.keptFrames = [];
    window.WebSocket = class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        this.addEventListener('message', ({ data }) => keep(data));
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        keep(data);
        super.send(data);
      }
    };
  });
}

export const keptFrames = (page: Page): Promise<string[]> => page.evaluate(() => window.keptFrames);

declare global {
  interface Window {
    keptFrames: string[];
  }
}
