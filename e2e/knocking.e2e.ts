import { expect, test, type GuestOptions } from './rig/test.js';

const DOOR: GuestOptions = { settings: { access: 'knock' } };
const HOST: GuestOptions = { ...DOOR, role: 'moderator' };

test('a newcomer waits, is let in, and then sees and is seen', async ({ enter }) => {
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await host.expectCalls('knock ann ringing');
  await ann.expectPeople('Ann');
  await host.expectPeople('Host');
  expect(await ann.deviceRequests()).toBe(0);
  await host.page.getByRole('button', { name: /^(let in|admit)/i }).click();
  await ann.expectPictures({ Host: 'red' });
  await host.expectPictures({ Ann: 'green' });
  for (const guest of [host, ann]) await guest.expectPeople('Ann', 'Host');
});

test('a newcomer is declined with words, and stays outside', async ({ enter }) => {
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await host.expectCalls('knock ann ringing');
  await host.decline('Not now');
  await ann.expectCalls('knock ann declined');
  await expect(ann.page.getByText('Not now', { exact: true })).toBeVisible();
  await ann.expectPeople('Ann');
  expect(await ann.deviceRequests()).toBe(0);
});

test('a knock is taken back', async ({ enter }) => {
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await host.expectCalls('knock ann ringing');
  await ann.hangUp();
  await host.expectCalls('knock ann cancelled');
});

test('a knock is taken back by its button, and made again by coming again', async ({ enter }) => {
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await host.expectCalls('knock ann ringing');
  await ann.page.getByRole('button', { name: 'Cancel' }).click();
  await host.expectCalls('knock ann cancelled');
  await expect(host.page.getByRole('button', { name: /^(let in|admit)/i })).toHaveCount(0);
  await ann.expectState('left');
  await ann.page.getByRole('button', { name: 'Join again' }).click();
  await host.expectCalls('knock ann cancelled', 'knock ann ringing');
  expect(await ann.deviceRequests()).toBe(0);
});

test('who waits while the room is closed is told that it is closed', async ({ enter }) => {
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await host.expectCalls('knock ann ringing');
  await host.page.evaluate(() => document.querySelector('video-room')?.setAccess('closed'));
  await expect(ann.page.getByRole('heading', { name: 'The room is closed' })).toBeVisible();
  await ann.expectState('failed');
  expect(await ann.deviceRequests()).toBe(0);
  await host.expectPeople('Host');
});

test('whoever moderates comes later, and finds who waits', async ({ enter }) => {
  const ann = await enter('Ann', { ...DOOR, colour: 'green' });
  await ann.expectCalls('knock ann ringing');
  const host = await enter('Host', { ...HOST, colour: 'red' });
  await host.expectCalls('knock ann ringing');
  await host.accept();
  await ann.expectPictures({ Host: 'red' });
  await host.expectPictures({ Ann: 'green' });
});
