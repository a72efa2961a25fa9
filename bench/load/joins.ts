/** How many can come in each second, and how long each waits for its seat while that goes on. */
import { percentile } from '../report/statistics.js';
import type { Figure } from '../report/table.js';
import { inTurns } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged, told, times } from './figures.js';

const PER_SECOND = 300;
const SECONDS = 15;
const PER_ROOM = 4;
const WITHIN_MS = 250;
/** Asked for a little more often than must be kept up with. */
const PACE = PER_SECOND * 1.05;
const AT_ONCE = 2000;
const ABREAST = 64;

export async function measureJoins(): Promise<Figure[]> {
  const { ours, bare } = await inTurns(async (server, { seats }) => {
    const crowd = await Crowd.start();
    try {
      await crowd.invite(server, { prefix: 'earlier', people: AT_ONCE, perRoom: PER_ROOM, seats });
      const fast = await crowd.enter({ abreast: ABREAST });
      await crowd.leave();
      const people = PER_SECOND * SECONDS;
      await crowd.invite(server, { prefix: 'join', people, perRoom: PER_ROOM, seats });
      const paced = await crowd.enter({ perSecond: PACE });
      return { perSecond: people / paced.seconds, joinMs: paced.joinMs, fast: AT_ONCE / fast.seconds };
    } finally {
      crowd.end();
    }
  });
  return [
    judged('joins: joins a second', ours.perSecond, { bound: PER_SECOND, atLeast: true }),
    judged('joins: p99 meanwhile', percentile(ours.joinMs, 99), { bound: WITHIN_MS, unit: 'ms' }),
    told('joins: median, p95, p99, greatest', times(ours.joinMs)),
    told('joins: the same, bare', times(bare.joinMs)),
    told('joins: as many as it can', `${ours.fast.toFixed(0)} a second, bare ${bare.fast.toFixed(0)}`),
  ];
}
