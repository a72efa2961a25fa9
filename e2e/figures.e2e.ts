import { expect, test } from './rig/test.js';
import { Guest } from './rig/guest.js';

const METRICS_TOKEN = 'the-token-of-the-figures';

test('whoever runs the server learns how fast pictures came, and nothing of whose', async ({
  startOwn,
  openPage,
  room,
}) => {
  const { server, site } = await startOwn({ METRICS_TOKEN });
  const figures = async () =>
    (await fetch(`${server.origin}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })).text();
  const value = async (series: string) =>
    Number(
      (await figures())
        .split('\n')
        .find((line) => line.startsWith(`video_room_${series} `))
        ?.split(' ')[1] ?? 0,
    );
  const enter = async (name: string, colour: 'red' | 'green') => {
    const page = await openPage(colour);
    await page.goto(site.url({ token: await server.token({ room, identity: `who-is-${name}`, name }) }));
    return new Guest(page);
  };
  const ann = await enter('Ann', 'red');
  await ann.expectState('joined');
  const ben = await enter('Ben', 'green');
  await ben.expectPictures({ Ann: 'red' });
  await ann.expectPictures({ Ben: 'green' });
  // Ben came to a picture that was there already.
  await expect.poll(() => value('client_first_frame_seconds_count')).toBeGreaterThanOrEqual(1);
  expect(await value('client_first_frame_seconds_sum')).toBeLessThan(30);
  expect(await value('client_links_total{path="direct"}')).toBeGreaterThanOrEqual(1);
  expect(await value('sockets')).toBe(2);
  expect(await value('refusals_total{at="message",code="bad-message"}')).toBe(0);
  const text = await figures();
  for (const told of [room, 'who-is', 'Ann', 'Ben', server.origin]) expect(text).not.toContain(told);
});
