import { expect, test } from './rig/test.js';
import { Guest } from './rig/guest.js';

test('removing the element stops every track within 500 ms and leaves no peer connection', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  const left = await ann.page.evaluate(async () => {
    document.querySelector('video-room')?.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return {
      tracks: window.deviceTracks.filter(({ readyState }) => readyState === 'live').length,
      connections: window.peerConnections.filter(({ connectionState }) => connectionState !== 'closed').length,
    };
  });
  expect(left).toEqual({ tracks: 0, connections: 0 });
  await ben.expectPeople('Ben');
});

test('moving the element within the page keeps the call', async ({ enter }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ann.page.evaluate(() => {
    const element = document.querySelector('video-room');
    const aside = document.body.appendChild(document.createElement('aside'));
    if (element) aside.append(element);
  });
  await ann.expectPictures({ Ben: 'green' });
  await ann.expectPicturesMove();
  expect(await ann.page.evaluate(() => window.peerConnections.length)).toBe(1);
  await ben.expectPicturesMove();
});

test('two elements on one page are two people', async ({ enter, openPage, server, site, room }) => {
  const ann = await enter('Ann', { colour: 'red' });
  const page = await openPage('green');
  const token = (identity: string) => server.token({ room, identity, name: identity });
  await page.goto(site.url({ token: await token('ben') }, { token: await token('chi') }));
  await ann.expectPictures({ ben: 'green', chi: 'green' });
  await expect
    .poll(() =>
      page.evaluate(() => [...document.querySelectorAll('video-room')].map(({ participants }) => participants.length)),
    )
    .toEqual([3, 3]);
  await page.evaluate(() => document.querySelector('video-room')?.remove());
  await ann.expectPictures({ chi: 'green' });
  await new Guest(page).expectState('joined');
});

test('a person with the same token in two elements is present twice, also after a reload', async ({
  openPage,
  server,
  site,
  room,
}) => {
  const page = await openPage('green');
  const token = await server.token({ room, identity: 'ben', name: 'Ben' });
  await page.goto(site.url({ token }, { token }));
  const ids = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('video-room')].map(({ localParticipant }) => localParticipant?.id ?? ''),
    );
  await expect.poll(async () => new Set((await ids()).filter(Boolean)).size).toBe(2);
  const before = await ids();
  await page.reload();
  await expect.poll(async () => (await ids()).sort()).toEqual(before.sort());
});
