import { expect, test } from './rig/test.js';

test('two rooms at once know nothing of each other', async ({ enter, room }) => {
  const [one, other] = [`${room} one`, `${room} other`];
  const ann = await enter('Ann', { colour: 'red', room: one });
  const ben = await enter('Ben', { colour: 'green', room: one });
  const chi = await enter('Chi', { colour: 'blue', room: other });
  const dov = await enter('Dov', { colour: 'yellow', room: other });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await chi.expectPictures({ Dov: 'yellow' });
  await dov.expectPictures({ Chi: 'blue' });
  await ann.expectPeople('Ann', 'Ben');
  await dov.expectPeople('Chi', 'Dov');
  for (const guest of [ann, ben, chi, dov]) expect(await guest.openPeerConnections()).toBe(1);
});
