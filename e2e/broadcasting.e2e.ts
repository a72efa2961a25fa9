import type { Page } from '@playwright/test';
import type { ServerMessages } from '@video-room/protocol';
import { pressInBar } from './rig/bar.js';
import { Guest } from './rig/guest.js';
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
  await pressInBar(max.page.getByRole('button', { name: 'On stage' }));
  await max.page.getByRole('button', { name: 'Send back Ann from the stage' }).click();
  await max.expectPictures({ Host: 'red' });
  for (const end of [host, ann]) await end.expectCalls('stage host ann ended');
  await expect.poll(() => ann.liveTracks()).toBe(0);
});

test('a broadcaster who loses the network for a moment goes on for all who watch, without a click', async ({
  enter,
}) => {
  const host = await enter('Host', ON_AIR);
  await host.expectState('joined');
  await host.page.evaluate(() => document.querySelector('video-room')?.toggleLive(true));
  const watchers = [await enter('Ann', WATCHER), await enter('Ben', WATCHER)];
  for (const watcher of watchers) await watcher.expectPictures({ Host: 'red' });
  const isLive = () => host.page.evaluate(() => document.querySelector('video-room')?.live);
  await host.page.context().setOffline(true);
  await host.expectState('reconnecting');
  for (const watcher of watchers) {
    await expect.poll(() => watcher.connectionOf('Host')).toBe('away');
    await watcher.expectPicturesMove();
  }
  await host.page.context().setOffline(false);
  await host.expectState('joined');
  await expect.poll(isLive).toBe(true);
  for (const watcher of watchers) {
    await expect.poll(() => watcher.connectionOf('Host')).toBe('online');
    await watcher.expectPicturesMove();
    await watcher.expectPictures({ Host: 'red' });
    expect(await watcher.openPeerConnections()).toBe(1);
  }
  await expect.poll(() => host.page.evaluate(() => document.querySelector('video-room')?.watchers)).toBe(2);
});

test('who finds all seats of a broadcast taken is told so, and comes in once there is one', async ({ enter }) => {
  const settings = { kind: 'broadcast', capacity: 2 };
  const host = await enter('Host', { ...ON_AIR, settings });
  await host.expectState('joined');
  const ann = await enter('Ann', { ...WATCHER, settings });
  await ann.expectState('joined');
  const ben = await enter('Ben', { ...WATCHER, settings });
  await expect(ben.page.getByRole('heading', { name: 'The room is full' })).toBeVisible();
  await ben.expectPeople();
  expect(await ben.deviceRequests()).toBe(0);
  await ann.page.evaluate(() => document.querySelector('video-room')?.leave());
  await ann.expectState('left');
  await ben.page.getByRole('button', { name: 'Try again' }).click();
  await ben.expectState('joined');
});

test('one who watches cannot reach another one, whatever it sends', async ({ enter, openPage, server, site, room }) => {
  const watch = async (name: string) => {
    const page = await openPage('green');
    const wire = await tap(page);
    const { settings, grants } = WATCHER;
    const token = await server.token({ room, identity: name.toLowerCase(), name, settings, grants });
    await page.goto(site.url({ token }));
    return { guest: new Guest(page), ...wire };
  };
  const host = await enter('Host', ON_AIR);
  await host.expectState('joined');
  await host.page.evaluate(() => document.querySelector('video-room')?.toggleLive(true));
  const [ann, ben] = [await watch('Ann'), await watch('Ben')];
  for (const { guest } of [ann, ben]) await guest.expectPictures({ Host: 'red' });
  const link = [...ben.told('ready').flatMap(({ links }) => links), ...ben.told('link')].at(-1)?.id ?? '';
  expect(link).not.toBe('');
  const candidate = { candidate: '', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: null };
  const signals = [
    { link, seq: 90, kind: 'offer', sdp: 'v=0\r\n' },
    { link, seq: 91, kind: 'answer', sdp: 'v=0\r\n', offer: 1 },
    { link, seq: 92, kind: 'candidate', candidate },
    { link: ben.told('ready')[0]?.you ?? '', seq: 93, kind: 'offer', sdp: 'v=0\r\n' },
  ];
  for (const signal of signals) ann.say('signal', signal);
  const codes = () => ann.told('refused').map(({ code }) => code);
  await expect.poll(codes).toEqual(signals.map(() => 'no-such-link'));
  // What was on its way to Ben has come once this is answered.
  ben.say('no such message', {});
  await expect.poll(() => ben.told('refused')).toHaveLength(1);
  const hostId = await host.page.evaluate(() => document.querySelector('video-room')?.localParticipant?.id);
  expect([...new Set(ben.told('signal').map(({ from }) => from))]).toEqual([hostId]);
  for (const { guest } of [ann, ben]) await guest.expectPicturesMove();
});

/** Puts the test into the page's socket: hears what the page is told, and speaks for the page. */
async function tap(page: Page) {
  const frames: string[] = [];
  let send = (_frame: string): void => undefined;
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    send = (frame) => server.send(frame);
    client.onMessage((frame) => server.send(frame));
    server.onMessage((frame) => {
      frames.push(String(frame));
      client.send(frame);
    });
  });
  // Packets of Socket.IO: 4 a message, 2 an event.
  return {
    say: (type: string, payload: object) => send(`42${JSON.stringify([type, payload])}`),
    told: <Type extends keyof ServerMessages>(type: Type): ServerMessages[Type][] =>
      frames
        .filter((frame) => frame.startsWith(`42["${type}"`))
        .map((frame) => (JSON.parse(frame.slice(2)) as [Type, ServerMessages[Type]])[1]),
  };
}

const ownName = (guest: { page: { evaluate: (read: () => string) => Promise<string> } }) =>
  guest.page.evaluate(() => document.querySelector('video-room')?.localParticipant?.name ?? '');
