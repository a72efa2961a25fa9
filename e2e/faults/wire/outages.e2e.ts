/** Somebody's network is gone for one second, for ten and for a minute: what both ends notice, and how he comes back. */
import { inLongRun, isLongRun } from '../../../bench/report/long-run.js';
import { EVERYTHING } from '../../rig/broken-network.js';
import type { Guest } from '../../rig/guest.js';
import { msUntil, msUntilMediaOf, readJournal, startJournal } from '../../rig/journal.js';
import { addCount, addTimes, addTimesBetween } from '../../rig/measure.js';
import { during, expectAtWork, pairsIn, sameAsBefore, type Pair } from '../../rig/pairs.js';
import { expect, test, type WireScene } from '../../rig/wire-scene.js';

/** How a network is gone: packets are lost, of which nobody is told, or the plug is pulled. */
const WAYS = {
  'nothing passes': ({ network }: WireScene, gone: boolean) => network.drop(gone ? EVERYTHING : undefined),
  'the plug is out': ({ network }: WireScene, gone: boolean) => network.plug(!gone),
} as const;

const NOTICED = /^state reconnecting|^connection interrupted|^tile says .|^person away/;
/** What a person sees or a page is told; how well a connection does may be said at any time. */
const VISIBLE = /^state|^connection|^tile|^person|^joined|^left|^signaling/;
/** More than these of one link in one outage are the beginning of a storm. */
const MOST_NEGOTIATIONS = 4;

test('a second without network: nobody notices, and nothing is negotiated', async ({ scene, room }) => {
  test.setTimeout(300_000);
  const pairs = await pairsIn(scene, room, 1);
  const seen: string[] = [];
  for (let round = 0; round < inLongRun(1, 20); round += 1) {
    for (const guest of pairs.flat()) await startJournal(guest);
    scene.network.drop(EVERYTHING);
    await during(1_000);
    scene.network.drop(undefined);
    for (const guest of pairs.flat()) await guest.expectPicturesMove(40);
    for (const guest of pairs.flat()) {
      seen.push(...(await readJournal(guest)).entries.map(({ what }) => what).filter((what) => VISIBLE.test(what)));
    }
  }
  addCount('1 s offline, 20 times: visible changes and negotiations', seen.length, { most: 0 });
  expect(seen).toEqual([]);
});

for (const [way, set] of Object.entries(WAYS)) {
  test(`ten seconds in which ${way}: both ends say so, and all is as before when it is over`, async ({
    scene,
    room,
  }) => {
    test.setTimeout(600_000);
    const pairs = await pairsIn(scene, room, inLongRun(1, 2));
    const [noticed, back, negotiations]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < inLongRun(1, 10); round += 1) {
      const before = await Promise.all(pairs.map(sameAsBefore));
      for (const guest of pairs.flat()) await startJournal(guest);
      await during(300);
      set(scene, true);
      const goneAt = Date.now();
      if (isLongRun) await during(10_000);
      for (const guest of pairs.flat()) await expectAtWork(guest, NOTICED);
      set(scene, false);
      const backAt = Date.now();
      for (const [index, pair] of pairs.entries()) await expectAsBefore(pair, before[index]);
      for (const guest of pairs.flat()) {
        const journal = await readJournal(guest);
        noticed.push(msUntil(journal, goneAt, NOTICED));
        back.push(await msUntilMediaOf(guest, backAt));
        negotiations.push(await negotiationsSince(guest, goneAt));
      }
      for (const guest of pairs.flat()) await expect.poll(() => noticesOf(guest)).toEqual([]);
    }
    addTimes(`10 s offline, ${way}: until "reconnecting" on both sides`, noticed, 3_000);
    addTimes(`10 s offline, ${way}: until sound and pictures are back on both sides`, back, 3_000);
    addCount(`10 s offline, ${way}: most negotiations in one`, Math.max(...negotiations), { most: MOST_NEGOTIATIONS });
    expect(Math.max(...negotiations)).toBeLessThanOrEqual(MOST_NEGOTIATIONS);
  });
}

test('a minute without network: others see him go, and he is back by himself', async ({ scene, room }) => {
  test.setTimeout(900_000);
  const graceSeconds = inLongRun(2, 30);
  await scene.restartServer({ SEAT_GRACE: String(graceSeconds) });
  const pairs = await pairsIn(scene, room, inLongRun(1, 2));
  const [away, left, back]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < inLongRun(1, 5); round += 1) {
    for (const guest of pairs.flat()) await startJournal(guest);
    await during(300);
    scene.network.drop(EVERYTHING);
    const goneAt = Date.now();
    if (isLongRun) await during(60_000);
    for (const [, ben] of pairs) await expectAtWork(ben, /^left lost/);
    scene.network.drop(undefined);
    const backAt = Date.now();
    for (const [ann, ben] of pairs) {
      await ann.expectPictures({ Ben: 'green' });
      await ben.expectPictures({ Ann: 'red' });
      const outside = await readJournal(ben);
      away.push(msUntil(outside, goneAt, /^person away/));
      left.push(msUntil(outside, goneAt, /^left/));
      expect(outside.entries.filter(({ what }) => what.startsWith('left'))).toHaveLength(1);
      for (const guest of [ann, ben]) back.push(await msUntilMediaOf(guest, backAt));
    }
  }
  addTimes('60 s offline: until others see that he is away (dead TCP noticed)', away, 20_000);
  addTimesBetween('60 s offline: until others see that he left', left, 30_000, 35_000);
  addTimes('60 s offline: until both see each other again, without a click', back, 5_000);
});

async function expectAsBefore(pair: Pair, before: Awaited<ReturnType<typeof sameAsBefore>> | undefined): Promise<void> {
  const [ann, ben] = pair;
  await ann.expectPicturesMove();
  await ben.expectPicturesMove();
  await expect.poll(() => sameAsBefore(pair)).toEqual(before);
}

/** How many offers and answers an end has made since then, as its log has them. */
const negotiationsSince = ({ page }: Guest, since: number): Promise<number> =>
  page.evaluate((from) => {
    const entries = document.querySelector('video-room')?.debug.entries() ?? [];
    return entries.filter(({ time, text }) => time >= from && ['offer made', 'answer made'].includes(text)).length;
  }, since);

/** What the tiles of others still say. */
const noticesOf = ({ page }: Guest): Promise<string[]> =>
  page.evaluate(() => {
    const stage = document.querySelector('video-room')?.shadowRoot?.querySelector('vr-stage');
    const tiles = [...(stage?.shadowRoot?.querySelectorAll('vr-tile') ?? [])];
    return tiles.flatMap((tile) => tile.shadowRoot?.querySelector('[part~="tile-status"]')?.textContent ?? []);
  });
