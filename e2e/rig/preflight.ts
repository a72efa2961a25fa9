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
  page
    .locator('vr-preflight')
    .evaluate(({ shown }: HTMLElementTagNameMap['vr-preflight']) =>
      Object.fromEntries(shown?.result?.findings.map(({ check, code }) => [check, code]) ?? []),
    );

/** The same, run in the overlay of a room that the page is in. */
export async function healthOf(page: Page): Promise<Record<string, string>> {
  await page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await page.getByRole('tab', { name: 'Health' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeEnabled();
  return codesOf(page);
}

/** What is to be read beside the first finding of this code. */
export const saysOf = (place: Page | FrameLocator, code: string): Promise<string> =>
  place.locator(`vr-preflight [data-code="${code}"]`).first().innerText();
