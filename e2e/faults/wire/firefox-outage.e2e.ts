/** What holds for two Chromiums when a network is gone for a while holds with Firefox at the other end, too. */
import { inLongRun, isLongRun } from '../../../bench/report/long-run.js';
import { EVERYTHING } from '../../rig/broken-network.js';
import { launchFirefox } from '../../rig/browsers.js';
import { Guest } from '../../rig/guest.js';
import { msUntil, msUntilMediaOf, readJournal, startJournal } from '../../rig/journal.js';
import { addTimes } from '../../rig/measure.js';
import { during, expectAtWork, sameAsBefore } from '../../rig/pairs.js';
import { watchPage } from '../../rig/watched-page.js';
import { expect, test } from '../../rig/wire-scene.js';

const NOTICED = /^state reconnecting|^connection interrupted|^tile says .|^person away/;

test('Chromium has no network for ten seconds: Firefox says so, and both see each other again', async ({
  scene,
  room,
}) => {
  test.setTimeout(300_000);
  // Only of hosts that are secure Firefox gives cameras.
  const browser = await launchFirefox({ 'dom.securecontext.allowlist': scene.network.host });
  try {
    const page = await browser.newPage();
    await watchPage(page);
    await page.goto(scene.site.url({ token: await scene.server.token({ room, identity: 'fox', name: 'Fox' }) }));
    const fox = new Guest(page);
    await fox.expectState('joined');
    const ann = await scene.enter('behind', 'Ann', { room });
    const pair = [ann, fox] as const;
    await fox.expectPictures({ Ann: 'red' });
    await ann.expectPicturesMove(20);
    const [noticed, back]: [number[], number[]] = [[], []];
    for (let round = 0; round < inLongRun(1, 10); round += 1) {
      const before = await sameAsBefore(pair);
      for (const guest of pair) await startJournal(guest);
      await during(300);
      scene.network.drop(EVERYTHING);
      const goneAt = Date.now();
      if (isLongRun) await during(10_000);
      for (const guest of pair) await expectAtWork(guest, NOTICED);
      scene.network.drop(undefined);
      const backAt = Date.now();
      for (const guest of pair) await guest.expectPicturesMove();
      await expect.poll(() => sameAsBefore(pair), { timeout: 60_000 }).toEqual(before);
      for (const guest of pair) {
        const journal = await readJournal(guest);
        noticed.push(msUntil(journal, goneAt, NOTICED));
        back.push(await msUntilMediaOf(guest, backAt));
      }
    }
    addTimes('10 s offline, Firefox at the other end: until "reconnecting" on both sides', noticed, 3_000);
    addTimes('10 s offline, Firefox at the other end: until both are back', back, 3_000);
  } finally {
    await browser.close();
  }
});
