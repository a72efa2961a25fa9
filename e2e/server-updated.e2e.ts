import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './rig/test.js';
import { Guest } from './rig/guest.js';
import { ROOT } from './rig/paths.js';

/** A copy of what the server runs from, so that it can be "updated". */
function install(): { folder: string; update: (version: string) => void } {
  const folder = test.info().outputPath('installed');
  for (const part of ['dist', 'nest-cli.json', 'package.json', 'apps/server/site']) {
    mkdirSync(path.dirname(path.join(folder, part)), { recursive: true });
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  const file = path.join(folder, 'package.json');
  const description = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return { folder, update: (version) => writeFileSync(file, JSON.stringify({ ...description, version })) };
}

test('a client that meets another version offers to reload, unless the page refuses', async ({
  openPage,
  startOwn,
}) => {
  const { folder, update } = install();
  update('1.0.0');
  const { server, site } = await startOwn({}, folder);
  const [page, refusing] = [await openPage('red'), await openPage('green')];
  for (const [index, each] of [page, refusing].entries()) {
    await each.goto(site.url({ token: await server.token({ room: 'r', identity: `guest-${index}` }) }));
    await new Guest(each).expectState('joined');
  }
  await refusing.evaluate(() => {
    document.querySelector('video-room')?.addEventListener('update-available', (event) => {
      event.preventDefault();
      window.offered = `${event.from} to ${event.to}`;
    });
  });
  await server.stop('SIGTERM');
  update('1.1.0');
  await server.start();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible({ timeout: 20_000 });
  await expect.poll(() => refusing.evaluate(() => window.offered)).toBe('1.0.0 to 1.1.0');
  await expect(refusing.getByRole('button', { name: 'Reload' })).toHaveCount(0);
});

test('the demo page reloads itself, and stays in its seat', async ({ openPage, startOwn }) => {
  const { folder, update } = install();
  update('1.0.0');
  const { server } = await startOwn({ DEMO: 'on' }, folder);
  const page = await openPage('red');
  await page.goto(`${server.origin}/meet/updated`);
  const guest = new Guest(page);
  await page.getByRole('button', { name: /join/i }).click();
  await guest.expectState('joined');
  const idOf = () => page.evaluate(() => document.querySelector('video-room')?.localParticipant?.id);
  const before = await idOf();
  await server.stop('SIGKILL');
  update('1.1.0');
  const reloaded = page.waitForEvent('load');
  await server.start();
  await reloaded;
  await guest.expectState('joined');
  expect(await idOf()).toBe(before);
});

test('SIGTERM in a call: clients are told, the server ends by itself with 0, and all come back', async ({
  openPage,
  startOwn,
}) => {
  const { server, site } = await startOwn();
  const page = await openPage('red');
  await page.goto(site.url({ token: await server.token({ room: 'r', identity: 'ann' }) }));
  const guest = new Guest(page);
  await guest.expectState('joined');
  expect(await server.stop('SIGTERM')).toBe(0);
  await guest.expectState('reconnecting');
  const told = await page.evaluate(() => document.querySelector('video-room')?.debug.entries() ?? []);
  expect(told.some(({ text, detail }) => text === 'goodbye' && detail?.['reason'] === 'server-stopping')).toBe(true);
  await server.start();
  await guest.expectState('joined');
});

declare global {
  interface Window {
    offered?: string;
  }
}
