import { expect, test } from './rig/test.js';

test('who leaves is gone at once for the others', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.page.evaluate(() => document.querySelector('video-room')?.leave());
  await ben.expectState('left');
  await ann.expectPeople('Ann');
  await expect.poll(() => ann.openPeerConnections()).toBe(0);
  await expect.poll(() => ben.liveTracks()).toBe(0);
});

test('a closed page is gone within seconds', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.page.close({ runBeforeUnload: true });
  await ann.expectPeople('Ann');
});

test('a reload keeps the seat: no ghost, nobody joins or leaves', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ann.page.evaluate(() => {
    window.told = [];
    const element = document.querySelector('video-room');
    for (const type of ['participant-joined', 'participant-left'] as const) {
      element?.addEventListener(type, () => window.told.push(type));
    }
  });
  const idOf = () => ben.page.evaluate(() => document.querySelector('video-room')?.localParticipant?.id);
  const before = await idOf();
  await ben.page.reload();
  await ben.expectPictures({ Ann: 'red' });
  expect(await idOf()).toBe(before);
  await ann.expectPeople('Ann', 'Ben');
  await ann.expectPictures({ Ben: 'green' });
  await ann.expectPicturesMove();
  expect(await ann.page.evaluate(() => window.told)).toEqual([]);
});

test('a newcomer sees everybody and is seen while the call goes on', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  await chi.expectPictures({ Ann: 'red', Ben: 'green' });
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  await ben.expectPictures({ Ann: 'red', Chi: 'blue' });
  expect(await ann.page.evaluate(() => window.peerConnections.length), 'the running link was left alone').toBe(2);
});

test('twenty joins and leaves leave nobody behind', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  for (let round = 0; round < 20; round += 1) {
    await ann.expectPeople('Ann', 'Ben');
    await ben.page.evaluate(() => document.querySelector('video-room')?.leave());
    await ann.expectPeople('Ann');
    await ben.page.evaluate(() => void document.querySelector('video-room')?.join());
  }
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  expect(await ann.openPeerConnections()).toBe(1);
  expect(await ben.openPeerConnections()).toBe(1);
});

test('the same seat opened in a second tab moves there, and the first does not fight back', async ({ enter, site }) => {
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  const seats = await ann.page.evaluate(() => Object.entries({ ...sessionStorage }));
  expect(seats.length).toBeGreaterThan(0);
  const second = await ann.page.context().newPage();
  await second.addInitScript((entries) => {
    for (const [key, value] of entries) sessionStorage.setItem(key, String(value));
  }, seats);
  await second.goto(ann.page.url());
  await expect.poll(() => ann.state()).toBe('left');
  await expect.poll(() => second.evaluate(() => document.querySelector('video-room')?.state)).toBe('joined');
  expect(await second.evaluate(() => document.querySelector('video-room')?.participants.length)).toBe(1);
  expect(site.origin).toBeTruthy();
});

declare global {
  interface Window {
    told: string[];
  }
}
