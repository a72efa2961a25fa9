import type { Page } from '@playwright/test';
import { glance, heard, listenIn } from './rig/ears.js';
import { Guest } from './rig/guest.js';
import { hide } from './rig/tabs.js';
import { expect, test, type GuestOptions } from './rig/test.js';

const CALL: GuestOptions = { settings: { kind: 'call' } };
const WORDS = 'Ann is calling you';

/** What the dialog says about being silent. */
const silence = (page: Page) =>
  glance(page, () => {
    const dialog = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-request');
    return dialog?.shadowRoot?.querySelector('.silent')?.textContent?.trim();
  });

/** Runs before any script of a page: writes down each title it has and each notification that the system shows or takes away. */
async function keepNotes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.titles = [];
    window.notices = [];
    const look = () => {
      if (document.title !== window.titles.at(-1)) window.titles.push(document.title);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
    window.Notification = class extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        for (const event of ['show', 'close', 'error']) {
          this.addEventListener(event, () => window.notices.push(`${event} ${title}: ${options?.body}`));
        }
      }
    };
  });
}

test('it rings in silence before a gesture and says so, aloud from the first one on, and not for longer than the call', async ({
  enter,
  openPage,
  server,
  site,
  room,
}) => {
  const ann = await enter('Ann', CALL);
  const page = await openPage();
  await listenIn(page);
  await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben', ...CALL }) }));
  await ann.expectPeople('Ann', 'Ben');
  await ann.call('ben');
  await expect.poll(() => silence(page)).toBe('Click or press a key to hear it ring.');
  expect(await heard(page)).toEqual([{ state: 'suspended', loud: false }]);
  await page.mouse.click(5, 5);
  await expect.poll(() => heard(page)).toEqual([{ state: 'running', loud: true }]);
  await expect.poll(() => silence(page)).toBeUndefined();
  await ann.hangUp();
  await expect.poll(() => heard(page)).toMatchObject([{ state: 'closed' }]);
  await ann.call('ben');
  await expect.poll(() => heard(page)).toMatchObject([{ state: 'closed' }, { state: 'running', loud: true }]);
  expect(await silence(page)).toBeUndefined();
  await new Guest(page).decline();
  await expect.poll(() => heard(page)).toMatchObject([{ state: 'closed' }, { state: 'closed' }]);
});

test('it does not ring aloud where the page does not want it', async ({ enter, openPage, server, site, room }) => {
  const ann = await enter('Ann', CALL);
  const page = await openPage();
  await listenIn(page);
  const token = await server.token({ room, identity: 'ben', name: 'Ben', ...CALL });
  await page.goto(site.url({ token, 'ring-tone': 'off' }));
  await ann.expectPeople('Ann', 'Ben');
  await page.mouse.click(5, 5);
  await ann.call('ben');
  await expect(page.getByRole('alertdialog')).toContainText('is calling you');
  expect(await heard(page)).toEqual([]);
});

test('a page behind another tab rings, shows it in its title and as a notification, for as long as the call', async ({
  enter,
  openWindow,
  server,
  site,
  room,
}) => {
  const ann = await enter('Ann', CALL);
  const tabs = await openWindow();
  await tabs.grantPermissions(['notifications'], { origin: site.origin });
  const page = await tabs.newPage();
  for (const prepare of [listenIn, keepNotes]) await prepare(page);
  const token = await server.token({ room, identity: 'ben', name: 'Ben', ...CALL });
  await page.goto(site.url({ token, notifications: '' }));
  await page.mouse.click(5, 5);
  await ann.expectPeople('Ann', 'Ben');
  await hide(page);
  const titles = () => page.evaluate(() => window.titles);
  const notices = () => page.evaluate(() => window.notices);
  expect(await titles()).toEqual(['Host']);
  await ann.call('ben');
  await expect.poll(async () => (await titles()).slice(0, 4)).toEqual(['Host', WORDS, 'Host', WORDS]);
  await expect.poll(notices).toEqual([`show Ann: ${WORDS}`]);
  await expect.poll(() => heard(page)).toEqual([{ state: 'running', loud: true }]);
  await ann.expectCalls('ring ann ben ringing');
  await ann.hangUp();
  await expect.poll(notices).toEqual([`show Ann: ${WORDS}`, `close Ann: ${WORDS}`]);
  await expect.poll(() => heard(page)).toMatchObject([{ state: 'closed' }]);
  expect(await page.title()).toBe('Host');
});

declare global {
  interface Window {
    titles: string[];
    notices: string[];
  }
}
