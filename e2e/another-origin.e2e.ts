import { expect, test } from './rig/test.js';
import { Guest } from './rig/guest.js';

test('a page of another origin under the recommended policy needs only the tag', async ({ enter, site, server }) => {
  expect(new URL(site.origin).host).not.toBe(new URL(server.origin).host);
  const ann = await enter('Ann', { colour: 'red' });
  const violations: string[] = [];
  ann.page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
  });
  await ann.page.reload();
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ann.page.evaluate(() => document.querySelector('video-room')?.toggleDebug(true));
  await expect(ann.page.getByText('offer', { exact: false }).first()).toBeVisible();
  expect(violations).toEqual([]);
});

test('an origin the server does not allow gets a clear message in the tag', async ({ openPage, startOwn }) => {
  const { server, site } = await startOwn({ ALLOWED_ORIGINS: 'https://elsewhere.example' });
  const page = await openPage();
  await page.goto(site.url({ token: await server.token({ room: 'r', identity: 'ann' }) }));
  await new Guest(page).expectState('failed');
  expect(await page.evaluate(() => document.querySelector('video-room')?.error?.code)).toBe('origin-not-allowed');
  await expect(page.getByRole('heading', { name: 'This site may not open the room' })).toBeVisible();
});

test('an origin the token does not allow gets the same message', async ({ enter }) => {
  const ann = await enter('Ann', { origins: ['https://elsewhere.example'] });
  await ann.expectState('failed');
  expect(await ann.page.evaluate(() => document.querySelector('video-room')?.error?.code)).toBe('origin-not-allowed');
});

test('a bad token fails in words, with a way to try again', async ({ openPage, site }) => {
  const page = await openPage();
  await page.goto(site.url({ token: 'eyJ.not.one' }));
  await new Guest(page).expectState('failed');
  expect(await page.evaluate(() => document.querySelector('video-room')?.error?.code)).toBe('unauthorized');
  await expect(page.getByRole('button', { name: /again|retry/i })).toBeVisible();
});
