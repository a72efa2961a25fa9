/** The preflight on the Join screen, as a visitor uses it. */
import type { FrameLocator, Page } from '@playwright/test';
import { expect } from './test.js';

/** Opens the page, begins the preflight and waits until it is over. */
export async function openPreflight(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await finishPreflight(page);
}

export async function finishPreflight(place: Page | FrameLocator): Promise<void> {
  await place.getByRole('button', { name: 'Check my connection' }).click();
  await expect(place.getByRole('button', { name: 'Run again' })).toBeEnabled();
}

/** The code of each check that is shown, by the check. */
export const codesOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const view = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-preflight');
    return Object.fromEntries(view?.shown?.result?.findings.map(({ check, code }) => [check, code]) ?? []);
  });

/** What is to be read beside the first finding of this code. */
export const saysOf = (place: Page | FrameLocator, code: string): Promise<string> =>
  place.locator(`vr-preflight [data-code="${code}"]`).first().innerText();
