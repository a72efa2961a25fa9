import { expect, test } from './rig/test.js';

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
  for (const guest of guests) await guest.page.evaluate(watchFreezes);
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
    await guest.expectPicturesMove(10);
    expect(await guest.page.evaluate(() => window.longestFreezeMs), 'longest time without a new frame').toBeLessThan(
      1_500,
    );
  }
});

const idsOf = (page: import('@playwright/test').Page) =>
  page.evaluate(() => (document.querySelector('video-room')?.participants ?? []).map(({ id }) => id).sort());

/** Notes the longest time any open link went without decoding a new frame. */
function watchFreezes(): void {
  window.longestFreezeMs = 0;
  const last = new Map<RTCPeerConnection, { frames: number; at: number }>();
  setInterval(() => {
    for (const connection of window.peerConnections) {
      if (connection.connectionState === 'closed') continue;
      void connection.getStats().then((report) => {
        const stats = [...(report as ReadonlyMap<string, Record<string, unknown>>).values()];
        const video = stats.find((stat) => stat['type'] === 'inbound-rtp' && stat['kind'] === 'video');
        const frames = Number(video?.['framesDecoded'] ?? 0);
        const before = last.get(connection) ?? { frames, at: performance.now() };
        if (frames > before.frames) before.at = performance.now();
        window.longestFreezeMs = Math.max(window.longestFreezeMs, performance.now() - before.at);
        last.set(connection, { frames, at: before.at });
      });
    }
  }, 100);
}

declare global {
  interface Window {
    longestFreezeMs: number;
  }
}
