/**
 * A Chromium whose pages are hidden and slowed down behind another tab, as those of people are. Playwright keeps every page
 * that it opens itself in front and at full speed, so it is told to leave this browser's own window as it is.
 */
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { launchChromium, wholeChromiumPath } from './browsers.js';
import type { ColourName } from './camera-clip.js';
import { freePort } from '../../libs/turn-check/src/free-port.js';

const FULL_SPEED = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

export interface Tabs {
  context: BrowserContext;
  close: () => Promise<void>;
}

export async function launchWithTabs(colour: ColourName): Promise<Tabs> {
  const port = await freePort();
  const browser = await launchChromium(colour, {
    extra: [`--remote-debugging-port=${port}`],
    without: FULL_SPEED,
    executablePath: wholeChromiumPath(),
  });
  const window = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = window.contexts();
  if (!context) throw new Error('The browser has no window');
  return { context, close: () => browser.close() };
}

/** Puts another tab in front of the page. */
export async function hide(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('hidden');
}
