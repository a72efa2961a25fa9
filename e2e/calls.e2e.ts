import { Guest } from './rig/guest.js';
import { expect, test } from './rig/test.js';
import type { GuestOptions } from './rig/test.js';

const CALL: GuestOptions = { settings: { kind: 'call' } };

test('one calls, the other accepts, and both see each other; before that nothing opens and nothing flows', async ({
  enter,
}) => {
  const ann = await enter('Ann', { ...CALL, colour: 'red' });
  const ben = await enter('Ben', { ...CALL, colour: 'green' });
  for (const guest of [ann, ben]) await guest.expectPeople('Ann', 'Ben');
  await ann.call('ben');
  for (const guest of [ann, ben]) await guest.expectCalls('ring ann ben ringing');
  expect(await ben.deviceRequests()).toBe(0);
  expect(await ben.bytesSent()).toBe(0);
  await ben.accept({ video: true });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const guest of [ann, ben]) await guest.expectCalls('ring ann ben accepted');
  await ann.hangUp();
  for (const guest of [ann, ben]) {
    await guest.expectCalls('ring ann ben ended');
    await guest.expectPictures({});
    await expect.poll(() => guest.liveTracks()).toBe(0);
  }
});

test('a call that is declined, with a reason', async ({ enter }) => {
  const [ann, ben] = [await enter('Ann', CALL), await enter('Ben', { ...CALL, colour: 'green' })];
  await ann.expectPeople('Ann', 'Ben');
  await ann.call('ben');
  await ben.decline('In a meeting');
  for (const guest of [ann, ben]) await guest.expectCalls('ring ann ben declined');
  const reason = () => ann.page.evaluate(() => document.querySelector('video-room')?.calls[0]?.reason);
  expect(await reason()).toBe('In a meeting');
  expect(await ben.deviceRequests()).toBe(0);
});

test('a call that is cancelled, and one that is missed and still shown to who comes later', async ({
  startOwn,
  openPage,
}) => {
  const { server, site } = await startOwn({ RING_SECONDS: '5' });
  const open = async (name: string, colour: 'red' | 'green') => {
    const page = await openPage(colour);
    const token = await server.token({ room: 'r', identity: name.toLowerCase(), name, ...CALL });
    await page.goto(site.url({ token }));
    const guest = new Guest(page);
    await guest.expectState('joined');
    return guest;
  };
  const ann = await open('Ann', 'red');
  await ann.call('ben');
  await ann.expectCalls('ring ann ben ringing');
  await ann.hangUp();
  await ann.expectCalls('ring ann ben cancelled');
  await ann.call('ben');
  await ann.expectCalls('ring ann ben cancelled', 'ring ann ben missed');
  const ben = await open('Ben', 'green');
  await ben.expectCalls('ring ann ben cancelled', 'ring ann ben missed');
});

test('who is in a call is busy', async ({ enter }) => {
  const ann = await enter('Ann', CALL);
  const ben = await enter('Ben', { ...CALL, colour: 'green' });
  const chi = await enter('Chi', { ...CALL, colour: 'blue' });
  await ann.expectPeople('Ann', 'Ben', 'Chi');
  await ann.call('ben');
  await ben.accept();
  await ann.expectPictures({ Ben: 'green' });
  await chi.call('ben');
  await chi.expectCalls('ring chi ben busy');
  expect(await chi.deviceRequests()).toBeLessThanOrEqual(1);
  await ann.expectPictures({ Ben: 'green' });
});

test('two devices ring, one accepts, the other is told so', async ({ enter }) => {
  const ann = await enter('Ann', { ...CALL, colour: 'red' });
  const desk = await enter('Ben', { ...CALL, colour: 'green' });
  const phone = await enter('Ben', { ...CALL, colour: 'blue' });
  await ann.expectPeople('Ann', 'Ben', 'Ben');
  await ann.call('ben');
  for (const device of [desk, phone]) await device.expectCalls('ring ann ben ringing');
  await phone.accept();
  await ann.expectPictures({ Ben: 'blue' });
  await desk.expectCalls('ring ann ben answered-elsewhere');
  expect(await desk.deviceRequests()).toBe(0);
});

test('two who call each other at once are in one call', async ({ enter }) => {
  const ann = await enter('Ann', { ...CALL, colour: 'red' });
  const ben = await enter('Ben', { ...CALL, colour: 'green' });
  for (const guest of [ann, ben]) await guest.expectPeople('Ann', 'Ben');
  await Promise.all([ann.call('ben'), ben.call('ann')]);
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  const [calls, theirs] = [await ann.calls(), await ben.calls()];
  expect(calls).toHaveLength(1);
  expect(theirs).toEqual(calls);
});

test('a page that is reloaded while it rings goes on ringing', async ({ enter }) => {
  const ann = await enter('Ann', { ...CALL, colour: 'red' });
  const ben = await enter('Ben', { ...CALL, colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  await ann.call('ben');
  await ben.expectCalls('ring ann ben ringing');
  await ben.page.reload();
  await ben.expectCalls('ring ann ben ringing');
  await ben.accept();
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
});

test('a page that loses the network while it rings goes on ringing once it is back, and the caller notices nothing', async ({
  enter,
}) => {
  const ann = await enter('Ann', { ...CALL, colour: 'red' });
  const ben = await enter('Ben', { ...CALL, colour: 'green' });
  await ann.expectPeople('Ann', 'Ben');
  const history = await ann.watchCalls();
  await ann.call('ben');
  await ben.expectCalls('ring ann ben ringing');
  await ben.page.context().setOffline(true);
  await ben.expectState('reconnecting');
  await expect.poll(() => ann.connectionOf('Ben')).toBe('away');
  await ann.expectCalls('ring ann ben ringing');
  await ben.page.context().setOffline(false);
  await ben.expectState('joined');
  await ben.expectCalls('ring ann ben ringing');
  await ben.page.getByRole('button', { name: 'Accept with video' }).click();
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ben.hangUp();
  for (const guest of [ann, ben]) await guest.expectCalls('ring ann ben ended');
  expect(await history()).toEqual(['ringing', 'accepted', 'ended']);
});

test('a caller who vanishes is a missed call', async ({ startOwn, openPage }) => {
  const { server, site } = await startOwn({ SEAT_GRACE: '2' });
  const open = async (name: string) => {
    const page = await openPage();
    await page.goto(
      site.url({ token: await server.token({ room: 'r', identity: name.toLowerCase(), name, ...CALL }) }),
    );
    return new Guest(page);
  };
  const [ann, ben] = [await open('Ann'), await open('Ben')];
  await ann.expectPeople('Ann', 'Ben');
  await ann.call('ben');
  const dialog = ben.page.getByRole('alertdialog');
  await expect(dialog).toContainText('Ann');
  await ann.page.close();
  await expect(dialog).toBeHidden();
  await expect(ben.page.locator('vr-outcomes')).toContainText('You missed a call from Ann');
  await ben.expectCalls('ring ann ben cancelled');
});

test('a call outlives the server: pictures never stop, and it can still be ended', async ({ startOwn, openPage }) => {
  const { server, site } = await startOwn();
  const open = async (name: string, colour: 'red' | 'green') => {
    const page = await openPage(colour);
    const token = await server.token({ room: 'r', identity: name.toLowerCase(), name, ...CALL });
    await page.goto(site.url({ token }));
    const guest = new Guest(page);
    await guest.expectState('joined');
    return guest;
  };
  const [ann, ben] = [await open('Ann', 'red'), await open('Ben', 'green')];
  await ann.call('ben');
  await ben.accept();
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await server.stop('SIGKILL');
  await ann.expectState('reconnecting');
  await ann.expectPicturesMove();
  await server.start();
  for (const guest of [ann, ben]) {
    await guest.expectState('joined');
    await guest.expectCalls('ring ann ben accepted');
    await guest.expectPicturesMove();
  }
  await ben.hangUp();
  for (const guest of [ann, ben]) await guest.expectCalls('ring ann ben ended');
});
