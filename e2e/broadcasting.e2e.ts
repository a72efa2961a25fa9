import { expect, test, type GuestOptions } from './rig/test.js';

const ON_AIR: GuestOptions = { settings: { kind: 'broadcast' }, colour: 'red' };
const WATCHES = { canPublish: false, canPublishData: false };
const WATCHER: GuestOptions = { settings: { kind: 'broadcast' }, grants: WATCHES, colour: 'green' };

test('one broadcasts, four watch, also one who comes late; a reload of the broadcaster brings all back', async ({
  enter,
}) => {
  const names = ['One', 'Two', 'Three'];
  const watchers = await Promise.all(names.map((name) => enter(name, WATCHER)));
  for (const watcher of watchers) await watcher.expectState('joined');
  const host = await enter('Host', ON_AIR);
  await host.expectState('joined');
  await host.page.evaluate(() => document.querySelector('video-room')?.toggleLive(true));
  for (const watcher of watchers) await watcher.expectPictures({ Host: 'red' });
  const late = await enter('Four', WATCHER);
  await late.expectPictures({ Host: 'red' });
  const everybody = [...watchers, late];
  const count = () => host.page.evaluate(() => document.querySelector('video-room')?.watchers);
  await expect.poll(count).toBe(4);
  for (const watcher of everybody) {
    expect(await watcher.deviceRequests()).toBe(0);
    await watcher.expectPeople('Host', await ownName(watcher));
    await expect.poll(() => watcher.openPeerConnections()).toBe(1);
  }
  await host.page.reload();
  await host.expectState('joined');
  for (const watcher of everybody) await watcher.expectPictures({ Host: 'red' });
  for (const watcher of everybody) await watcher.expectPicturesMove();
  await expect.poll(count).toBe(4);
});

test('a watcher is asked on stage, is seen by all once it has agreed, and is sent back', async ({ enter }) => {
  const host = await enter('Host', ON_AIR);
  await host.expectState('joined');
  await host.page.evaluate(() => document.querySelector('video-room')?.toggleLive(true));
  const ann = await enter('Ann', WATCHER);
  const ben = await enter('Ben', { ...WATCHER, colour: 'blue' });
  for (const watcher of [ann, ben]) await watcher.expectPictures({ Host: 'red' });
  await host.page.evaluate(() => document.querySelector('video-room')?.inviteToStage('ann'));
  await ann.expectCalls('stage host ann ringing');
  expect(await ann.deviceRequests()).toBe(0);
  await ann.accept({ video: true });
  await host.expectPictures({ Ann: 'green' });
  await ben.expectPictures({ Ann: 'green', Host: 'red' });
  await ann.expectPictures({ Host: 'red' });
  await host.hangUp();
  await ben.expectPictures({ Host: 'red' });
  await host.expectPictures({});
  await ann.expectPictures({ Host: 'red' });
  await expect.poll(() => ann.liveTracks()).toBe(0);
});

test('somebody who only watches, but moderates, sends a guest back from the stage', async ({ enter }) => {
  const host = await enter('Host', ON_AIR);
  await host.expectState('joined');
  await host.page.evaluate(() => document.querySelector('video-room')?.toggleLive(true));
  const max = await enter('Max', { ...WATCHER, grants: { ...WATCHES, roomAdmin: true } });
  const ann = await enter('Ann', { ...WATCHER, colour: 'blue' });
  for (const watcher of [max, ann]) await watcher.expectPictures({ Host: 'red' });
  await host.page.evaluate(() => document.querySelector('video-room')?.inviteToStage('ann'));
  await ann.accept({ video: true });
  await max.expectPictures({ Ann: 'blue', Host: 'red' });
  await max.page.getByRole('button', { name: 'On stage' }).click();
  await max.page.getByRole('button', { name: 'Send back Ann from the stage' }).click();
  await max.expectPictures({ Host: 'red' });
  for (const end of [host, ann]) await end.expectCalls('stage host ann ended');
  await expect.poll(() => ann.liveTracks()).toBe(0);
});

const ownName = (guest: { page: { evaluate: (read: () => string) => Promise<string> } }) =>
  guest.page.evaluate(() => document.querySelector('video-room')?.localParticipant?.name ?? '');
