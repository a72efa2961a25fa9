import { expect, test } from './rig/test.js';

test('the log opens from the console, filters by person, and exports without secrets', async ({
  enter,
  server,
  room,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  await ben.expectState('joined');
  await chi.expectState('joined');
  const rows = ann.page.getByRole('log').getByRole('listitem').or(ann.page.getByRole('table').getByRole('row'));
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.filter({ person: 'Ben' }));
  await expect.poll(async () => (await rows.allInnerTexts()).filter((text) => /\bChi\b/.test(text)).length).toBe(0);
  await expect.poll(async () => (await rows.allInnerTexts()).some((text) => /\bBen\b/.test(text))).toBe(true);
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.stop());
  await expect.poll(() => rows.count()).toBe(0);

  const exported = await ann.page.evaluate(() => JSON.stringify(document.querySelector('video-room')?.debug.export()));
  expect(exported.length).toBeGreaterThan(1000);
  const token = await server.token({ room, identity: 'dov' });
  expect(exported).not.toContain(token.slice(0, 20));
  expect(exported).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b/);
  expect(exported).not.toMatch(/ice-pwd:(?!\[masked\])/);
});

test('opening the log loads its code, and not before', async ({ openPage, server, site, room }) => {
  const page = await openPage();
  const chunks: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/chunks/')) chunks.push(request.url());
  });
  await page.goto(site.url({ token: await server.token({ room, identity: 'ann' }) }));
  await expect.poll(() => page.evaluate(() => document.querySelector('video-room')?.state)).toBe('joined');
  const loaded = () => chunks.some((url) => url.includes('/vr-debug-'));
  expect(loaded()).toBe(false);
  await page.evaluate(() => document.querySelector('video-room')?.toggleDebug());
  await expect.poll(loaded).toBe(true);
});
