import { expect, test } from './rig/test.js';

test('three browsers see and hear each other, and nobody himself', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  const chi = await enter('Chi', { colour: 'blue' });
  await ann.expectPictures({ Ben: 'green', Chi: 'blue' });
  await ben.expectPictures({ Ann: 'red', Chi: 'blue' });
  await chi.expectPictures({ Ann: 'red', Ben: 'green' });
  for (const guest of [ann, ben, chi]) {
    await guest.expectPeople('Ann', 'Ben', 'Chi');
    await expect.poll(() => guest.openPeerConnections()).toBe(2);
    await expect.poll(async () => (await guest.audioEnergy()).every((energy) => energy > 0.001)).toBe(true);
    const own = (await guest.videos()).filter((video) => video.own);
    expect(own).toHaveLength(1);
  }
});
