import { type Page } from '@playwright/test';
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
  }
});

const idsOf = (page: Page) =>
  page.evaluate(() => (document.querySelector('video-room')?.participants ?? []).map(({ id }) => id).sort());
