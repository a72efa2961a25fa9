/** People who send nothing and see nothing are still there: silence that is meant is no fault. */
import { inLongRun } from '../../bench/report/long-run.js';
import type { Guest } from '../rig/guest.js';
import { readJournal, startJournal } from '../rig/journal.js';
import { addCount } from '../rig/measure.js';
import { during } from '../rig/pairs.js';
import { expect, test } from '../rig/test.js';

/** Keep-alives come every 2.5 s, and less than two of them is no silence. */
const QUIET_MS = inLongRun(10_000, 60_000);

test('somebody muted, whose camera nobody shows, is never taken for lost', async ({ enter }) => {
  test.setTimeout(120_000);
  const ann = await enter('Ann', { colour: 'red' });
  const ben = await enter('Ben', { colour: 'green' });
  await ann.expectPictures({ Ben: 'green' });
  await ben.expectPictures({ Ann: 'red' });
  for (const { page } of [ann, ben]) await setAttribute(page, 'microphone', 'off');
  // Ann shows no pictures and sends none; Ben's camera is on, and nothing of it goes out.
  await setAttribute(ann.page, 'sound-only', '');
  await ann.expectPictures({});
  for (const guest of [ann, ben]) await startJournal(guest);
  await during(QUIET_MS);
  for (const guest of [ann, ben]) {
    const { entries } = await readJournal(guest);
    const seen = entries.map(({ what }) => what).filter((what) => /^state|^connection|^tile|^signaling/.test(what));
    addCount(`muted and unseen for ${QUIET_MS / 1000} s: visible changes and negotiations`, seen.length, { most: 0 });
    expect(seen).toEqual([]);
  }
});

const setAttribute = (page: Guest['page'], name: string, value: string): Promise<void> =>
  page.evaluate(([key, to]) => document.querySelector('video-room')?.setAttribute(key, to), [name, value] as const);
