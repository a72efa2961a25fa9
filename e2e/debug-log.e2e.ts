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
  const rows = ann.page.getByRole('listbox').getByRole('option');
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.filter({ person: 'Ben' }));
  await expect.poll(async () => (await rows.allInnerTexts()).filter((text) => /\bChi\b/.test(text)).length).toBe(0);
  await expect.poll(async () => (await rows.allInnerTexts()).some((text) => /\bBen\b/.test(text))).toBe(true);
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.stop());
  await expect.poll(() => rows.count()).toBe(0);

  const exported = await ann.page.evaluate(() => document.querySelector('video-room')!.debug.export());
  expect(exported.length).toBeGreaterThan(1000);
  const token = await server.token({ room, identity: 'dov' });
  expect(exported).not.toContain(token.slice(0, 20));
  expect(exported).not.toMatch(/\b(?:\d{1,3}\.){3}\d{1,3}\b/);
  expect(exported).not.toMatch(/ice-pwd:(?!\[masked\])/);
  expect(exported).toContain('a=ice-pwd:[masked]');
  for (const name of ['Ann', 'Ben', 'Chi']) expect(exported).not.toMatch(new RegExp(`\\b${name}\\b`));
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

test('the overlay shows how a connection came about and what flows over it', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.start());

  await ann.page.getByRole('tab', { name: 'Ladder' }).click();
  const ladder = ann.page.getByRole('list', { name: 'How the connection with Ben came about' });
  for (const step of [/offer/, /answer/, /candidate/, /connecting/, /connected/, /path host ⇄ (host|prflx)/]) {
    await expect(ladder.getByRole('listitem').filter({ hasText: step }).first()).toBeVisible();
  }
  await expect(ladder.locator('.missing')).toHaveCount(0);

  await ann.page.getByRole('tab', { name: 'Connections' }).click();
  const card = ann.page.getByRole('listitem', { name: 'Ben' });
  await expect(card).toContainText('connected · connected · stable');
  await expect(card).toContainText(/host ⇄ (host|prflx) · udp/);
  // Pictures of the camera come and go, and there is a round trip to measure.
  await expect(card).toContainText(/received\s*[1-9][\d.]* [kM]b\/s\s*\d+×\d+ · \d+/);
  await expect(card).toContainText(/sent\s*[1-9][\d.]* [kM]b\/s\s*\d+×\d+ · \d+/);
  await expect(card).toContainText(/round trip\s*\d+ ms/);
  await expect(card).toContainText(/VP8, opus \/ VP8, opus/);

  const file = JSON.parse(await ann.page.evaluate(() => document.querySelector('video-room')!.debug.export())) as {
    configuration: { versions: Record<string, unknown> };
    webrtc: { PeerConnections: Record<string, { stats: Record<string, { statsType: string; values: string }> }> };
  };
  const version = expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown;
  expect(file.configuration.versions).toEqual({ element: version, protocol: 1, server: version });
  const [connection] = Object.values(file.webrtc.PeerConnections);
  const column = Object.entries(connection!.stats).find(
    ([key, { statsType }]) => statsType === 'inbound-rtp' && key.endsWith('-framesDecoded'),
  );
  expect((JSON.parse(column![1].values) as number[]).at(-1)).toBeGreaterThan(0);
});
