import type { Page } from '@playwright/test';
import { AccessToken } from 'livekit-server-sdk';
import { Guest } from './rig/guest.js';
import { API_KEY } from './rig/server-process.js';
import { expect, test } from './rig/test.js';

/** A first one has to be there until its holder has come in. */
const FIRST_SECONDS = 8;
/** A third of it is left when another is asked for, which is time enough on a machine that is slow. */
const NEXT_SECONDS = 7.5;
const LIFETIMES = 3;

function shortToken(room: string, name: string, seconds: number): Promise<string> {
  const token = new AccessToken(API_KEY.id, API_KEY.secret, { identity: name, name, ttl: seconds });
  token.addGrant({ room, roomJoin: true });
  return token.toJwt();
}

/** Answers as the site's token endpoint. Returns what it was asked for, oldest first. */
async function serveTokens(page: Page, url: string, room: string): Promise<unknown[]> {
  const asked: unknown[] = [];
  await page.route(url, async (route) => {
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers });
    asked.push((route.request().postDataJSON() as Record<string, unknown>)['participant_identity']);
    const token = await shortToken(room, 'Ann', asked.length === 1 ? FIRST_SECONDS : NEXT_SECONDS);
    return route.fulfill({ status: 201, headers, json: { participant_token: token } });
  });
  return asked;
}

/** From now on remembers every state the element comes into. */
const watchStates = (page: Page) =>
  page.evaluateHandle(() => {
    const seen: string[] = [];
    document.querySelector('video-room')?.addEventListener('state-changed', ({ state }) => void seen.push(state));
    return seen;
  });

test('a call outlives its tokens where the site gives new ones, and ends with clear words where it does not', async ({
  enter,
  openPage,
  server,
  site,
  room,
}) => {
  const ben = await enter('Ben', { colour: 'green' });
  await ben.expectState('joined');
  const page = await openPage('red');
  const endpoint = `${server.origin}/call-token`;
  const asked = await serveTokens(page, endpoint, room);
  await page.goto(site.url({ 'token-endpoint': endpoint }));
  const ann = new Guest(page);
  await ann.expectState('joined');
  const states = await watchStates(page);
  await ann.expectPictures({ Ben: 'green' });
  const connections = await ann.page.evaluate(() => window.peerConnections.length);
  const idOfAnn = () =>
    ben.page.evaluate(() => document.querySelector('video-room')?.participants.find(({ name }) => name === 'Ann')?.id);
  const id = await idOfAnn();

  const cyds = await openPage('blue');
  await cyds.goto(site.url({ token: await shortToken(room, 'Cyd', FIRST_SECONDS) }));
  const cyd = new Guest(cyds);
  await cyd.expectState('left');
  await expect(cyds.getByRole('heading', { name: 'Your invitation has expired' })).toBeVisible();
  await expect(cyds.getByText('Open the page again, or ask for a new link.')).toBeVisible();
  await ben.expectPeople('Ann', 'Ben');

  // When the one after these is there, these are over.
  await expect.poll(() => asked.length, { timeout: 40_000 }).toBeGreaterThan(LIFETIMES + 1);
  expect(asked.slice(1).every((identity) => identity === 'Ann')).toBe(true);
  expect(await states.jsonValue()).toEqual([]);
  expect(await idOfAnn()).toBe(id);
  expect(await ann.openPeerConnections()).toBe(1);
  expect(await ann.page.evaluate(() => window.peerConnections.length)).toBe(connections + 1);
  await ben.expectPictures({ Ann: 'red' });
  await ben.expectPicturesMove();
  await ann.expectPicturesMove();
  expect(await ann.errors()).toEqual([]);
});
