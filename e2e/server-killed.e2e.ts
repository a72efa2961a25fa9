import { type Page } from '@playwright/test';
import { expect, test } from './rig/test.js';

/** Far above what a busy machine does to a picture, far below what making a link anew or a missing server would. */
const PICTURES_STOPPED_MS = 3_000;

test('the server is killed and started again: pictures never stop, the roster is right again', async ({
  enter,
  server,
}) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  const guests = [ann, ben, chi];
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  await ben.expectPictures({ Ann: 'red', Chi: 'blue' });
  await chi.expectPictures({ Ann: 'red', Ben: 'green' });
  const ids = await Promise.all(guests.map((guest) => idsOf(guest.page)));
  for (const guest of guests) await guest.page.evaluate(watchPictures);
  await server.stop('SIGKILL');
  for (const guest of guests) await guest.expectState('reconnecting');
  for (const guest of guests) await guest.expectPicturesMove(10);
  await server.start();
  const back = Date.now();
  for (const guest of guests) await guest.expectState('joined');
  for (const guest of guests) await guest.expectPeople('Ann', 'Ben', 'Chi');
  expect(Date.now() - back, 'milliseconds until the roster is right').toBeLessThan(5_000);
  expect(await Promise.all(guests.map((guest) => idsOf(guest.page)))).toEqual(ids);
  for (const guest of guests) {
    expect(await guest.openPeerConnections()).toBe(2);
    expect(await guest.page.evaluate(() => window.peerConnections.length), 'no link was made anew').toBe(2);
    await guest.expectPicturesMove(10);
    const longestMs = await guest.page.evaluate(() => window.longestWithoutPictureMs);
    expect(longestMs, 'longest time without a new picture, in milliseconds').toBeLessThan(PICTURES_STOPPED_MS);
  }
});

/** Notes the longest time any remote picture stood still. */
function watchPictures(): void {
  window.longestWithoutPictureMs = 0;
  const last = new Map<RTCPeerConnection, { frames: number; at: number }>();
  setInterval(() => {
    for (const connection of window.peerConnections) {
      void connection.getStats().then((report) => {
        const stats = [...(report as ReadonlyMap<string, Record<string, unknown>>).values()];
        const video = stats.find((stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === 'video');
        const [frames, now] = [Number(video?.['framesDecoded'] ?? 0), performance.now()];
        const before = last.get(connection);
        if (before?.frames !== frames) last.set(connection, { frames, at: now });
        else window.longestWithoutPictureMs = Math.max(window.longestWithoutPictureMs, now - before.at);
      });
    }
  }, 100);
}

const idsOf = (page: Page) =>
  page.evaluate(() => (document.querySelector('video-room')?.participants ?? []).map(({ id }) => id).sort());

declare global {
  interface Window {
    longestWithoutPictureMs: number;
  }
}
