import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { launchChromium, wholeChromiumPath } from './rig/browsers.js';
import { expect, test } from './rig/test.js';

interface Dump {
  UserAgent: unknown;
  UserAgentData: unknown;
  getUserMedia: unknown;
  PeerConnections: Record<string, Connection>;
}

interface Connection {
  stats: Record<string, Record<string, string>>;
  updateLog: Record<string, unknown>[];
}

const typesOf = (value: object) =>
  Object.fromEntries(Object.entries(value).map(([name, each]) => [name, Array.isArray(each) ? 'array' : typeof each]));

/** The whole one: the engine alone has no page that shows its own view of connections. */
let browser: Browser | undefined;
test.afterEach(() => browser?.close());

test('what is exported of links has the structure of a dump that Chromium itself makes', async ({
  server,
  site,
  room,
}) => {
  browser = await launchChromium('red', { executablePath: wholeChromiumPath() });
  const context = await browser.newContext();
  const internals = await context.newPage();
  await internals.goto('chrome://webrtc-internals');
  const enter = async (name: string) => {
    const page = await context.newPage();
    await page.goto(site.url({ token: await server.token({ room, identity: name, name }) }));
    return page;
  };
  const ann = await enter('Ann');
  await enter('Ben');
  const looks = () =>
    ann.evaluate(() => document.querySelector('video-room')!.debug.links.values().next().value?.length ?? 0);
  await expect.poll(looks).toBeGreaterThan(2);
  const ours = (
    JSON.parse(await ann.evaluate(() => document.querySelector('video-room')!.debug.export())) as { webrtc: Dump }
  ).webrtc;

  await internals.bringToFront();
  await internals.evaluate(() => {
    for (const section of document.querySelectorAll('details')) section.open = true;
  });
  const download = internals.waitForEvent('download');
  await internals.getByRole('button', { name: /Download the "webrtc-internals dump"/ }).click();
  const file = readFileSync(await (await download).path());
  const real = JSON.parse((file[0] === 0x1f ? gunzipSync(file) : file).toString()) as Dump;

  expect(typesOf(real)).toMatchObject(typesOf(ours));
  const [theirs] = Object.values(real.PeerConnections);
  const [own] = Object.values(ours.PeerConnections);
  expect(typesOf(own!)).toEqual(typesOf(theirs!));

  const columns = (connection: Connection) =>
    new Set(Object.values(connection.stats).map((each) => Object.keys(each).join()));
  expect(columns(own!)).toEqual(columns(theirs!));
  const kinds = (connection: Connection) => new Set(Object.values(connection.stats).map(({ statsType }) => statsType));
  // Fingerprints are left out.
  expect([...kinds(own!)].filter((kind) => !kinds(theirs!).has(kind))).toEqual([]);
  for (const [key, { startTime, endTime, values }] of Object.entries(own!.stats)) {
    expect(key).toMatch(/.-[A-Za-z0-9]+$/);
    expect(Date.parse(endTime!)).toBeGreaterThanOrEqual(Date.parse(startTime!));
    expect(Array.isArray(JSON.parse(values!))).toBe(true);
  }
  const updates = ({ updateLog }: Connection) => new Set(updateLog.map(({ type }) => type));
  const known = new Set(Object.values(real.PeerConnections).flatMap((each) => [...updates(each)]));
  expect([...updates(own!)].filter((type) => !known.has(type))).toEqual([]);
  expect(updates(own!).size).toBeGreaterThan(4);
  for (const update of own!.updateLog) expect(typesOf(update)).toEqual(typesOf(theirs!.updateLog[0]!));
});
