/** The bar of the element, which fades when nobody has moved for a while. */
import type { Locator } from '@playwright/test';

/** Presses a button of the bar. The person goes on moving until then, however long it takes. */
export async function pressInBar(button: Locator): Promise<void> {
  const page = button.page();
  const moving = await page.evaluate(() => {
    const move = () => document.querySelector('video-room')?.dispatchEvent(new Event('pointermove'));
    move();
    return window.setInterval(move, 500);
  });
  await button.click();
  await page.evaluate((timer) => clearInterval(timer), moving);
}
