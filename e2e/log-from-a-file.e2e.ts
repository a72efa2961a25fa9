import { expect, test } from './rig/test.js';

test('a log that was downloaded is opened on a page of its own, without a call', async ({
  enter,
  openPage,
  startOwn,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await expect.poll(() => ann.page.evaluate(() => document.querySelector('video-room')?.debug.links.size)).toBe(1);
  const exported = await ann.page.evaluate(() => document.querySelector('video-room')!.debug.export());

  const { server: demo } = await startOwn({ DEMO: 'on' });
  const page = await openPage('blue');
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(`${demo.origin}/log`);
  const choose = page.getByLabel('Choose a file');
  const give = (text: string) =>
    choose.setInputFiles({ name: 'log.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give(exported.replace('"level": "info"', '"level": "<script>"'));
  await expect(page.getByRole('alert')).toContainText('damaged');

  await give(exported);
  const rows = page.getByRole('listbox').getByRole('option');
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  await page.getByRole('tab', { name: 'Ladder' }).click();
  const ladder = page.getByRole('list', { name: 'How the connection with person 2 came about' });
  await expect(ladder.getByRole('listitem').filter({ hasText: 'answer' }).first()).toBeVisible();
  await expect(ladder.locator('.missing')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Connections' }).click();
  await expect(page.getByRole('listitem', { name: 'person 2' })).toContainText(/host ⇄ (host|prflx) · udp/);
  await expect(page.getByRole('row', { name: /^You connected/ })).toBeVisible();
  expect(sockets).toEqual([]);
});
