import type { Page } from '@playwright/test';
import { openGallery } from '../widget/gallery/gallery-server.js';
import { expect, test } from './rig/test.js';

const SCENES = [
  'chat',
  'people',
  'people-moderating',
  'people-removing',
  'prejoin',
  'device-menu',
  'sound-only-menu',
  'reactions',
  'called',
];

/** What can be used, or answered, and is neither within the element nor in something within it that scrolls. */
const cutOff = (page: Page): Promise<string[]> =>
  page.locator('video-room').evaluate((room) => {
    const SLACK_PX = 1;
    const USED = 'button, input, select, textarea, [role=dialog], [role=alertdialog], [role=menu]';
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    const parentOf = (each: Element): Element | null => {
      const root = each.getRootNode();
      return each.assignedSlot ?? each.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const scrolls = (box: Element) =>
      /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight;
    /** The outermost that scrolls it: all of that has to be seen, as what is in it can be scrolled to. */
    const shownAs = (each: Element): Element => {
      let shown = each;
      for (let at: Element | null = each; at && at !== room; at = parentOf(at)) if (scrolls(at)) shown = at;
      return shown;
    };
    const outer = room.getBoundingClientRect();
    return all(room.shadowRoot ?? room)
      .filter((each) => each.matches(USED) && each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((each) => {
        const { top, right, bottom, left } = shownAs(each).getBoundingClientRect();
        const over = [outer.top - top, right - outer.right, bottom - outer.bottom, outer.left - left];
        return over.some((px) => px > SLACK_PX);
      })
      .map(
        (each) => `${each.localName} ${each.getAttribute('part') ?? ''} ${each.textContent?.trim().slice(0, 30) ?? ''}`,
      );
  });

for (const height of [360, 400]) {
  test(`nothing that is used is cut off in an element of 640 × ${height}`, async ({ openPage }) => {
    const gallery = await openGallery();
    try {
      const page = await openPage();
      await page.setViewportSize({ width: 640, height });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await gallery.open(page);
      for (const scene of SCENES) {
        await gallery.show(page, scene, 'dark');
        expect.soft(await cutOff(page), scene).toEqual([]);
      }
    } finally {
      await gallery.close();
    }
  });
}
