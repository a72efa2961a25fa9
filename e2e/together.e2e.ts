import { expect, test } from './rig/test.js';

test('what is written reaches the others, and a newcomer reads what was written before', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await ann.page.evaluate(() => document.querySelector('video-room')?.sendChat('Hello\n<b>all</b>'));
  await ben.expectMessages('Ann: Hello\n<b>all</b>');
  await ben.page.evaluate(() => {
    const room = document.querySelector('video-room');
    const to = room?.participants.find(({ name }) => name === 'Ann')?.id;
    room?.sendChat('Only you', { ...(to && { to }) });
  });
  await ann.expectMessages('Ann: Hello\n<b>all</b>', 'Ben: Only you');
  const chi = await enter('Chi', { colour: 'blue' });
  await chi.expectMessages('Ann: Hello\n<b>all</b>');
  await ben.page.reload();
  await ben.expectMessages('Ann: Hello\n<b>all</b>', 'Ben: Only you');
});

test('somebody who is muted is not heard any more, until it speaks up again', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await expect.poll(() => ann.energyDuring(0.5)).toBeGreaterThan(0);
  await ann.moderate('Ben', 'mute');
  await expect.poll(() => ben.microphone()).toBe('off');
  await expect.poll(() => ann.hears('Ben')).toBe(false);
  const silent = () =>
    ben.page.evaluate(() => window.deviceTracks.every(({ kind, enabled }) => kind === 'video' || !enabled));
  expect(await silent()).toBe(true);
  await ben.page.evaluate(() => document.querySelector('video-room')?.toggleMicrophone(true));
  await expect.poll(() => ann.hears('Ben')).toBe(true);
  await expect.poll(() => ann.energyDuring(0.5)).toBeGreaterThan(0);
});

test('somebody who goes on sending although muted is not heard, and sees the hand come down', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.page.evaluate(() => {
    const room = document.querySelector('video-room');
    room?.toggleHand();
    // A page that pays no heed: its tracks stay enabled.
    for (const track of window.deviceTracks) {
      Object.defineProperty(track, 'enabled', { get: () => true, set: () => undefined });
    }
  });
  await expect.poll(() => ann.handsUp()).toEqual(['Ben']);
  await ann.moderate('Ben', 'lowerHand');
  await expect.poll(() => ben.handsUp()).toEqual([]);
  await expect.poll(() => ann.hears('Ben')).toBe(true);
  await ann.moderate('Ben', 'mute');
  await expect.poll(() => ann.hears('Ben')).toBe(false);
  const before = await ben.energySent();
  await expect.poll(() => ben.energySent(), 'it goes on sending').toBeGreaterThan(before);
  expect(await ann.hears('Ben')).toBe(false);
});

test('somebody who is removed does not come back with the same token', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red', role: 'moderator' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await ann.moderate('Ben', 'removeParticipant', 'Enough');
  await ben.expectState('left');
  await expect(ben.page.getByText('Enough', { exact: true })).toBeVisible();
  await ann.expectPeople('Ann');
  await ben.page.reload();
  await ben.expectState('failed');
  expect(await ben.page.evaluate(() => document.querySelector('video-room')?.error?.code)).toBe('removed');
  await ann.page.evaluate(() => document.querySelector('video-room')?.endRoom());
  await ann.expectState('left');
});
