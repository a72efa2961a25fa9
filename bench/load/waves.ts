/** Three waves of people who come and all leave again: the heap must be what it was before. */
import type { Figure } from '../report/table.js';
import { OUR_SERVER } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged, told } from './figures.js';
import type { LoadSettings } from './settings.js';

const WAVES = 3;
const PEOPLE = 10_000;
const PER_ROOM = 4;
const ABREAST = 64;
const GROWTH_PERCENT = 5;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

export async function measureWaves({ sockets: people = PEOPLE }: LoadSettings): Promise<Figure[]> {
  const [server, crowd] = await Promise.all([OUR_SERVER.start(), Crowd.start()]);
  try {
    const wave = async (): Promise<number> => {
      await crowd.invite(server, { prefix: 'wave', people, perRoom: PER_ROOM });
      await crowd.enter({ abreast: ABREAST });
      await crowd.leave();
      return (await server.memory()).heapUsed;
    };
    // What the process makes once, its machine code and tables, is there after the first.
    const before = await wave();
    const after: number[] = [];
    for (let n = 0; n < WAVES; n += 1) after.push(await wave());
    const growth = (Math.max(...after) / before - 1) * 100;
    return [
      judged(`waves: heap after ${people} left, ${WAVES} times, beside before`, growth, {
        bound: GROWTH_PERCENT,
        unit: '% more',
        digits: 1,
      }),
      told('waves: heap', `${megabytes(before)} MB, then ${after.map(megabytes).join(', ')} MB`),
    ];
  } finally {
    crowd.end();
    await server.stop();
  }
}
