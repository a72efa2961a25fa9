import { type Page } from '@playwright/test';
import { expect, test } from './rig/test.js';

test('camera off and on again shows on the other side', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  const offers = await countNegotiations(ann.page);
  await ben.page.evaluate(() => document.querySelector('video-room')?.toggleCamera(false));
  await ann.expectPictures({});
  await expect.poll(() => ben.liveTracks()).toBe(1);
  await ben.page.evaluate(() => document.querySelector('video-room')?.toggleCamera(true));
  await ann.expectPictures({ Ben: 'green' });
  expect(await countNegotiations(ann.page)).toBe(offers);
});

test('microphone off silences, and the others are told', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  const remote = () =>
    ann.page.evaluate(
      () => document.querySelector('video-room')?.participants.find(({ name }) => name === 'Ben')?.media.microphone,
    );
  // The fake microphone beeps once a second.
  const beeps = async () => (await ann.energyDuring(2)) > 0.0005;
  await expect.poll(remote).toBe(true);
  expect(await beeps()).toBe(true);
  await ben.page.evaluate(() => document.querySelector('video-room')?.toggleMicrophone(false));
  await expect.poll(remote).toBe(false);
  await expect.poll(() => ann.hears('Ben')).toBe(false);
  const disabled = () =>
    ben.page.evaluate(() => window.deviceTracks.some(({ kind, enabled }) => kind === 'audio' && !enabled));
  expect(await disabled()).toBe(true);
  await ben.page.evaluate(() => document.querySelector('video-room')?.toggleMicrophone(true));
  await expect.poll(remote).toBe(true);
  await expect.poll(() => ann.hears('Ben')).toBe(true);
  await expect.poll(beeps).toBe(true);
});

test('a new name reaches everybody', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await ben.page.evaluate(() => {
    const element = document.querySelector('video-room');
    if (element) element.displayName = 'Benjamin';
  });
  await ann.expectPeople('Ann', 'Benjamin');
  await ben.expectPeople('Ann', 'Benjamin');
});

test('somebody without devices joins, sees and hears', async ({ enter, openPage, server, site, room }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const page = await openPage('green');
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
  await expect.poll(() => page.evaluate(() => document.querySelector('video-room')?.state)).toBe('joined');
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const [connection] = window.peerConnections;
          const stats = [...((await connection?.getStats()) ?? new Map()).values()] as Record<string, unknown>[];
          return stats.some((stat) => stat['type'] === 'inbound-rtp' && Number(stat['framesDecoded']) > 5);
        }),
      { timeout: 20_000 },
    )
    .toBe(true);
});

async function countNegotiations(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document
        .querySelector('video-room')
        ?.debug.entries()
        .filter(({ text }) => /^(offer|answer) (made|sent)/.test(text)).length ?? 0,
  );
}
