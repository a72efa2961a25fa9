/**
 * Words of strangers stay words: every field they can set, with what they would put there, in every place that shows it, under the
 * strictest policy there is. Nothing is run, made, asked for or refused by the policy, because nothing is ever taken for markup.
 */
import type { Page } from '@playwright/test';
import { addFigure, isLongRun } from '../../bench/report/long-run.js';
import { Guest } from '../rig/guest.js';
import { API_KEY } from '../rig/server-process.js';
import { expect, test } from '../rig/test.js';
import { PAYLOADS } from './markup/payloads.js';
import { Stranger } from './markup/stranger.js';
import { invisibleIn, watchMarkup } from './markup/watch-markup.js';

/** All of them in a long run, else some of each sort. */
const CHOSEN = PAYLOADS.filter((_, index) => isLongRun || index % 14 === 0);
/** The same for what takes long for each. */
const FEW = CHOSEN.filter((_, index) => isLongRun || index % 4 === 0);
const TIMEOUT_MS = 600_000;

function inGroups(payloads: readonly string[], size: number): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at < payloads.length; at += size) groups.push(payloads.slice(at, at + size));
  return groups;
}

/** Of the debug overlay. */
const VIEWS = ['Log', 'Ladder', 'Connections', 'Health'];

function tell(name: string, harm: readonly string[]): void {
  const measured = `${harm.length} of ${PAYLOADS.length} payloads`;
  addFigure({ name: `markup: ${name}`, measured, bound: '0', met: harm.length === 0 });
}

/** Opens one after the other everything that shows what others say; `look` after each. */
async function lookEverywhere(page: Page, look: () => Promise<void>): Promise<void> {
  for (const panel of ['people', 'chat'] as const) {
    await page.evaluate((panel) => document.querySelector('video-room')!.togglePanel(panel, true), panel);
    await expect(page.locator(panel === 'chat' ? 'vr-chat' : 'vr-people-panel').first()).toBeVisible();
    await look();
  }
  await page.evaluate(() => document.querySelector('video-room')!.debug.start());
  for (const view of VIEWS) {
    await page.getByRole('tab', { name: view }).click();
    await expect(page.getByRole('tabpanel', { name: view })).toBeVisible();
    if (view === 'Log') {
      // With its particulars. Lines that go on coming would move away from under the pointer.
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('listbox').getByRole('option').last().click();
    }
    await look();
  }
}

/** What the overlay exports, opened by the viewer of such files, in the same page with the same policy. */
async function lookAtExport(page: Page, script: string, look: () => Promise<void>): Promise<void> {
  await page.evaluate(async (script) => {
    const file = new Blob([await document.querySelector('video-room')!.debug.export()]);
    const { defineDebugFile } = (await import(script)) as { defineDebugFile: () => Promise<void> };
    await defineDebugFile();
    document.querySelector('video-room')!.remove();
    const viewer = document.querySelector('main')!.appendChild(document.createElement('vr-debug-file'));
    await (viewer as HTMLElement & { open: (file: Blob) => Promise<void> }).open(file);
  }, script);
  for (const view of VIEWS.slice(0, 3)) {
    await page.getByRole('tab', { name: view }).click();
    await look();
  }
}

test('the watch notices what it is there for', async ({ openPage, site }) => {
  const page = await openPage();
  const harmOf = await watchMarkup(page);
  await page.goto(site.url());
  expect(await harmOf()).toEqual([]);
  await page.evaluate(() => {
    const main = document.querySelector('main')!;
    const shadow = main.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    shadow.appendChild(document.createElement('iframe'));
    shadow.appendChild(document.createElement('b')).setAttribute('pwned', '');
    shadow.appendChild(document.createElement('a')).setAttribute('href', 'javascript:pwned()');
    try {
      main.innerHTML = '<b>x</b>';
    } catch {
      // The policy does not let it.
    }
    window.pwned();
  });
  const seen = (await harmOf()).join('\n');
  for (const harm of [
    '<iframe> was made',
    '<b> has pwned',
    '<a> leads to javascript',
    'require-trusted-types-for',
    'a payload ran',
  ])
    expect(seen).toContain(harm);
});

test('names, metadata, chat, data, log lines, descriptions and candidates of strangers make nothing of themselves', async ({
  openPage,
  server,
  site,
}) => {
  test.setTimeout(TIMEOUT_MS);
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  const page = await openPage();
  const harmOf = await watchMarkup(page);
  const invisible = new Set<string>();
  const look = async () => (await invisibleIn(page)).forEach((each) => invisible.add(each));
  const harm: string[] = [];
  for (const payloads of inGroups(CHOSEN, 20)) {
    const room = `${payloads[0]} ${Date.now()}`;
    const settings = { capacity: 100, timeline: true };
    await page.goto(
      site.url({ token: await server.token({ room, identity: 'ann', name: 'Ann', role: 'moderator', settings }) }),
    );
    await new Guest(page).expectState('joined');
    await server.setRoom(room, { metadata: payloads.join(' ').slice(0, 4096) });
    const strangers = await Promise.all(payloads.map((payload) => Stranger.come(server, payload, { room, settings })));
    const ann = await page.evaluate(() => document.querySelector('video-room')!.localParticipant!.id);
    await Promise.all(strangers.map((stranger) => stranger.sayEverything(ann)));
    // Each has written to all and to Ann.
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video-room')!.messages.length))
      .toBeGreaterThanOrEqual(payloads.length);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('video-room')!.participants.length))
      .toBe(payloads.length + 1);
    await lookEverywhere(page, async () => {
      await look();
      harm.push(...(await harmOf()));
    });
    await lookAtExport(page, `${server.origin}/video-room.js`, look);
    harm.push(...(await harmOf()));
    for (const stranger of strangers) stranger.leave();
  }
  tell('what strangers say in a meeting', harm);
  tell('of that, characters shown that are not seen or turn text around', [...invisible]);
  expect([...new Set(harm)]).toEqual([]);
  expect([...invisible]).toEqual([]);
});

test('who calls, and why somebody does not answer, are words', async ({ openPage, server, site, room }) => {
  test.setTimeout(TIMEOUT_MS);
  const page = await openPage();
  const harmOf = await watchMarkup(page);
  const harm: string[] = [];
  const settings = { kind: 'call', capacity: 100 };
  for (const [round, payloads] of inGroups(FEW, 20).entries()) {
    const identity = `ann ${round}`;
    await page.goto(site.url({ token: await server.token({ room, identity, name: 'Ann', settings }) }));
    const ann = new Guest(page);
    await ann.expectState('joined');
    for (const payload of payloads) {
      const caller = await Stranger.come(server, payload, { room, settings });
      const { call } = await caller.ask('call', { kind: 'ring', identity, video: true });
      await expect(page.getByRole('alertdialog').or(page.getByRole('dialog')).first()).toBeVisible();
      harm.push(...(await harmOf()));
      await caller.ask('hang-up', { call: call ?? '' });
      await expect.poll(() => ann.calls().then((calls) => calls.at(-1))).toMatch(/cancelled$/s);
      // And the other way: it is asked, and says why not.
      const asked = await page.evaluate((id) => {
        const room = document.querySelector('video-room')!;
        const person = room.participants.find((one) => one.id === id);
        if (person) room.call(person.identity);
        return person?.identity;
      }, caller.ready?.you);
      expect(asked).toBeDefined();
      await expect.poll(() => ann.calls().then((calls) => calls.at(-1))).toMatch(/declined$/s);
      harm.push(...(await harmOf()));
      caller.leave();
    }
  }
  tell('callers and their reasons', harm);
  expect([...new Set(harm)]).toEqual([]);
});

test('what moderators tell those whom they remove or do not let in are words', async ({
  openPage,
  server,
  site,
  room,
}) => {
  test.setTimeout(TIMEOUT_MS);
  let page: Page;
  const harm: string[] = [];
  const settings = { access: 'knock', capacity: 100 };
  const authorization = `Basic ${Buffer.from(`${API_KEY.id}:${API_KEY.secret}`).toString('base64')}`;
  const post = (id: string, act: string, message: string) =>
    fetch(`${server.origin}/api/v1/rooms/${encodeURIComponent(room)}/participants/${encodeURIComponent(id)}/${act}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    }).then(({ status }) => status);
  const ids = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('video-room')].map(({ localParticipant }) => localParticipant?.id ?? ''),
    );
  const states = () => page.evaluate(() => [...document.querySelectorAll('video-room')].map(({ state }) => state));
  const declined = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('video-room')].filter(({ calls }) =>
          calls.some((call) => call.state === 'declined'),
        ).length,
    );
  const allAre = (state: string) => expect.poll(async () => new Set(await states())).toEqual(new Set([state]));
  // A link to the page holds that many tokens.
  for (const [round, payloads] of inGroups(FEW, 10).entries()) {
    for (const [role, state, act] of [
      ['viewer', 'waiting', 'decline'],
      ['moderator', 'joined', 'remove'],
    ] as const) {
      // Of its own for each: ten people in one page are 90 connections, and a browser gives a page no more than 500.
      page = await openPage();
      const harmOf = await watchMarkup(page);
      const tokens = await Promise.all(
        payloads.map((_, index) => server.token({ room, identity: `${role} ${round} ${index}`, role, settings })),
      );
      await page.goto(site.url(...tokens.map((token) => ({ token, camera: 'off', microphone: 'off' }))));
      await allAre(state);
      const [first = '', ...rest] = await ids();
      for (const [index, id] of [first, ...rest].entries()) {
        if (act === 'decline') expect(await post(id, act, payloads[index]!)).toBe(204);
        else
          await page.evaluate(
            ([index, message]) => {
              const room = document.querySelectorAll('video-room')[index]!;
              room.removeParticipant(room.localParticipant!.id, message);
            },
            [index, payloads[index]!] as const,
          );
      }
      if (act === 'remove') await allAre('left');
      else await expect.poll(declined).toBe(payloads.length);
      harm.push(...(await harmOf()));
      await page.context().close();
    }
  }
  tell('words of moderators', harm);
  expect([...new Set(harm)]).toEqual([]);
});

test('names of devices are words', async ({ openPage, server, site, room }) => {
  const page = await openPage();
  const harmOf = await watchMarkup(page);
  await page.addInitScript((labels) => {
    navigator.mediaDevices.enumerateDevices = () =>
      Promise.resolve(
        labels.flatMap((label, index) =>
          (['videoinput', 'audioinput', 'audiooutput'] as const).map((kind) => {
            const device = { kind, label, deviceId: `${kind}${index}`, groupId: label };
            return { ...device, toJSON: () => device };
          }),
        ),
      );
  }, CHOSEN);
  await page.goto(site.url({ token: await server.token({ room, identity: 'ann' }) }));
  await new Guest(page).expectState('joined');
  await page.evaluate(() => document.querySelector('video-room')!.toggleDevices(true));
  await expect(page.locator('vr-devices')).toContainText(CHOSEN[0]!);
  const harm = await harmOf();
  tell('names of devices', harm);
  expect(harm).toEqual([]);
});
