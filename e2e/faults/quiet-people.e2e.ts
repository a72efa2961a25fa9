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
  // Ann shows no pictures and sends none; Ben's camera is on, and nothing of it goes out.
  const ann = await enter('Ann', { colour: 'red', attributes: { microphone: 'off', 'sound-only': '' } });
  const ben = await enter('Ben', { colour: 'green', attributes: { microphone: 'off' } });
  for (const guest of [ann, ben]) await guest.expectPeople('Ann', 'Ben');
  await expect.poll(() => connectionOf(ann)).toBe('connected');
  await expect.poll(() => arrivesAt(ann, 1_000)).toBe(0);
  for (const guest of [ann, ben]) await startJournal(guest);
  await during(QUIET_MS);
  for (const guest of [ann, ben]) {
    const { entries, media } = await readJournal(guest);
    const [first, last] = [media[0], media.at(-1)];
    expect([last?.frames, last?.packets]).toEqual([first?.frames, first?.packets]);
    const seen = entries.map(({ what }) => what).filter((what) => /^state|^connection|^tile|^signaling/.test(what));
    addCount(`muted and unseen for ${QUIET_MS / 1000} s: visible changes and negotiations`, seen.length, { most: 0 });
    expect(seen).toEqual([]);
  }
});

const connectionOf = ({ page }: Guest) => page.evaluate(() => window.peerConnections[0]?.connectionState);

/** How many packets of media arrive within so many milliseconds. */
async function arrivesAt({ page }: Guest, ms: number): Promise<number> {
  const count = () =>
    page.evaluate(async () => {
      const stats = [
        ...((await window.peerConnections[0]!.getStats()) as ReadonlyMap<string, Record<string, unknown>>).values(),
      ];
      return stats.reduce(
        (sum, stat) => sum + (stat['type'] === 'inbound-rtp' ? Number(stat['packetsReceived']) : 0),
        0,
      );
    });
  const before = await count();
  await during(ms);
  return (await count()) - before;
}
