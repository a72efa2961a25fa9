import type { Page } from '@playwright/test';
import { API_KEY } from './rig/server-process.js';
import { expect, test } from './rig/test.js';

interface Entry {
  at: string;
  from: string;
  text: string;
  cause?: string;
  link?: string;
}

/** Names of the messages that a page sends, once it has opened its socket. */
function watchMessages(messages: string[]) {
  return (page: Page): Promise<void> => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        const name = /^42\d*\["([\w-]+)"/.exec(String(payload))?.[1];
        if (name) messages.push(name);
      });
    });
    return Promise.resolve();
  };
}

const AUTHORIZATION = `Basic ${Buffer.from(`${API_KEY.id}:${API_KEY.secret}`).toString('base64')}`;

const ask = (origin: string, room: string) =>
  fetch(`${origin}/api/v1/rooms/${encodeURIComponent(room)}/timeline`, { headers: { authorization: AUTHORIZATION } });

const idIn = (page: Page) =>
  page.evaluate(() => document.querySelector('video-room')?.localParticipant?.id ?? 'nobody');

test('where the room keeps a timeline, an offer is followed from one end over the server to the other', async ({
  enter,
  server,
  room,
}) => {
  const settings = { timeline: true };
  const messages: string[] = [];
  const ann = await enter('Ann Canary', { colour: 'red', settings, prepare: watchMessages(messages) });
  await ann.expectState('joined');
  const ben = await enter('Ben Canary', { colour: 'green', settings });
  await ann.expectPictures({ 'Ben Canary': 'green' });
  await ben.expectPictures({ 'Ann Canary': 'red' });
  const names = new Map([
    [await idIn(ann.page), 'Ann'],
    [await idIn(ben.page), 'Ben'],
    ['server', 'server'],
  ]);

  const entries = async () => ((await (await ask(server.origin, room)).json()) as { entries: Entry[] }).entries;
  /** Who says what of the first offer, in the order of the timeline. */
  const storyOf = (all: Entry[]) => {
    const sent = all.find(({ text }) => text === 'offer sent');
    const ofOffer = /^(offer (sent|received)|signal relayed)$/;
    const ofSender = all.filter(
      ({ cause, text }) => cause !== undefined && cause === sent?.cause && ofOffer.test(text),
    );
    return ofSender.map(({ from, text }) => `${names.get(from)} ${text}`).slice(0, 3);
  };
  // Whoever comes last makes the offer.
  await expect
    .poll(async () => storyOf(await entries()), { timeout: 20_000 })
    .toEqual(['Ben offer sent', 'server signal relayed', 'Ann offer received']);
  await expect
    .poll(async () => new Set((await entries()).map(({ from }) => names.get(from))))
    .toEqual(new Set(['Ann', 'Ben', 'server']));
  expect(messages).toContain('log');

  const kept = await (await ask(server.origin, room)).text();
  expect(kept).not.toMatch(/canary|\b(?:\d{1,3}\.){3}\d{1,3}\b|eyJ|\.local|ice-pwd|v=0/i);

  for (const [guest, other] of [
    [ann, 'Ben Canary'],
    [ben, 'Ann Canary'],
  ] as const) {
    await guest.page.evaluate(() => document.querySelector('video-room')?.debug.start());
    await guest.page.getByRole('tab', { name: 'Ladder' }).click();
    const ladder = guest.page.getByRole('list', { name: `How the connection with ${other} came about` });
    // What the other end alone knows, and the server.
    await expect(ladder.locator('.at-other').first()).toBeVisible({ timeout: 20_000 });
    await expect(ladder.locator('.at-server').first()).toBeVisible();
    const steps = await ladder.getByRole('listitem').allInnerTexts();
    const [offer, relayed, arrived] = [/^\d+ ms\s+offer/, /passed on offer/, /received offer/].map((step) =>
      steps.findIndex((text) => step.test(text)),
    );
    expect(offer).toBeGreaterThanOrEqual(0);
    expect(relayed).toBeGreaterThan(offer!);
    expect(arrived).toBeGreaterThan(relayed!);
    await expect(guest.page.getByText('This room keeps a timeline')).toBeVisible();
  }
});

test('where the room keeps none, nothing is told, kept or loaded', async ({ enter, server, room }) => {
  const messages: string[] = [];
  const chunks: string[] = [];
  const ann = await enter('Ann', {
    colour: 'red',
    prepare: async (page) => {
      page.on('request', (request) => chunks.push(request.url()));
      await watchMessages(messages)(page);
    },
  });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  await ann.page.evaluate(() => document.querySelector('video-room')?.debug.start());
  await ann.page.getByRole('tab', { name: 'Ladder' }).click();
  await expect(ann.page.getByText('What the server and the other side saw')).toBeVisible();
  await ann.page.evaluate(() => document.querySelector('video-room')?.leave());
  // The last it says: what it would tell, it would have told before.
  await expect.poll(() => messages).toContain('leave');
  expect(messages).toContain('signal');
  // `clock` is asked in any room, to learn how long an answer takes.
  for (const name of ['log', 'timeline']) expect(messages).not.toContain(name);
  expect(chunks.some((url) => url.includes('/room-media-'))).toBe(true);
  expect(chunks.some((url) => url.includes('/room-timeline-'))).toBe(false);
  expect((await ask(server.origin, room)).status).toBe(404);
});
