import { type Page } from '@playwright/test';
import { expect, test } from './rig/test.js';
import { Guest } from './rig/guest.js';

/** Puts the test between page and server. `drop` is asked about every frame that leaves the page. */
async function interceptSignaling(page: Page, drop: (frame: string) => boolean): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    client.onMessage((frame) => {
      if (!drop(String(frame))) server.send(frame);
    });
  });
}

for (const kind of ['offer', 'answer']) {
  test(`the first ${kind} is lost without anybody noticing: the link heals by itself`, async ({
    enter,
    openPage,
    server,
    site,
    room,
  }) => {
    let dropped = 0;
    const drop = (frame: string) => frame.includes(`"kind":"${kind}"`) && (dropped += 1) === 1;
    const token = (name: string) => server.token({ room, identity: name, name });
    const page = await openPage('red');
    await interceptSignaling(page, drop);
    if (kind === 'answer') {
      await page.goto(site.url({ token: await token('Ann') }));
      await new Guest(page).expectState('joined');
    }
    const ben = await enter('Ben', { colour: 'green' });
    await ben.expectState('joined');
    if (kind === 'offer') await page.goto(site.url({ token: await token('Ann') }));
    await ben.expectPictures({ Ann: 'red' });
    await new Guest(page).expectPictures({ Ben: 'green' });
    expect(dropped).toBeGreaterThan(1);
  });
}

test('an answer that never comes is named in the overlay of whoever waits for it', async ({
  enter,
  openPage,
  server,
  site,
  room,
}) => {
  const page = await openPage('red');
  await interceptSignaling(page, (frame) => frame.includes('"kind":"answer"'));
  await page.goto(site.url({ token: await server.token({ room, identity: 'ann', name: 'Ann' }) }));
  await new Guest(page).expectState('joined');
  const ben = await enter('Ben', { colour: 'green' });
  await ben.expectState('joined');
  await ben.page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await ben.page.getByRole('tab', { name: 'Ladder' }).click();
  const ladder = ben.page.getByRole('list', { name: 'How the connection with Ann came about' });
  await expect(ladder.locator('.missing')).toContainText('no answer');
  await expect(ben.page.getByText('The other side has the offer and has not answered.')).toBeVisible();
  await expect(ben.page.getByText('This is missing: the connection waits for it.')).toBeVisible();
});

test('who comes back before the server noticed his loss still meets those who came meanwhile', async ({
  enter,
  openPage,
  server,
  site,
  room,
}) => {
  const page = await openPage('green');
  let silent = false;
  // A dead connection: nothing passes in either direction and neither side is told.
  await page.routeWebSocket(/socket\.io/, (client) => {
    const upstream = client.connectToServer();
    const first = !silent;
    client.onMessage((frame) => void ((first && silent) || upstream.send(frame)));
    upstream.onMessage((frame) => void ((first && silent) || client.send(frame)));
  });
  await page.goto(site.url({ token: await server.token({ room, identity: 'ben', name: 'Ben' }) }));
  const ben = new Guest(page);
  await ben.expectState('joined');
  silent = true;
  const ann = await enter('Ann', { colour: 'red' });
  await ann.expectState('joined');
  // The page gives up its dead connection after the time a ping should have come, and is let in again.
  await expect.poll(() => ben.people(), { timeout: 40_000 }).toEqual(['Ann', 'Ben']);
  await ben.expectPictures({ Ann: 'red' });
  await ann.expectPictures({ Ben: 'green' });
});
