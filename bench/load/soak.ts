/** Ten thousand people come and go while a call of four is alive: memory must not grow with them, nor the call suffer. */
import type { Figure } from '../report/table.js';
import { OUR_SERVER } from './contenders.js';
import { Crowd } from './crowd.js';
import { LiveCall } from './call.js';
import { judged, told } from './figures.js';
import type { LoadSettings } from './settings.js';

const JOINS = 10_000;
/** Between two looks at the heap. */
const JOINS_PER_LOOK = 1000;
/** There at any moment. */
const PEOPLE = 200;
const PER_ROOM = 4;
const GROWTH_PERCENT = 1;

export async function measureSoak({ soakMinutes }: LoadSettings): Promise<Figure[]> {
  const [server, crowd] = await Promise.all([OUR_SERVER.start(), Crowd.start()]);
  let call: LiveCall | undefined;
  try {
    call = await LiveCall.begin(server);
    await crowd.invite(server, { prefix: 'soak', people: PEOPLE, perRoom: PER_ROOM });
    await crowd.enter({ abreast: 20 });
    const perSecond = JOINS / (soakMinutes * 60);
    const seconds = JOINS_PER_LOOK / perSecond;
    // What is made once, by the first thousand, is no growth.
    const warm = await crowd.churn(perSecond, seconds);
    const heap = [(await server.memory()).heapUsed];
    const looks = [await call.look()];
    let { joins, failures } = warm;
    while (joins + failures < JOINS) {
      const turn = await crowd.churn(perSecond, seconds);
      joins += turn.joins;
      failures += turn.failures;
      heap.push((await server.memory()).heapUsed);
      looks.push(await call.look());
    }
    const growth = (slope(heap) / (heap[0] ?? NaN)) * 100;
    return [
      judged(`soak: heap slope over ${joins} joins and leaves, each ${JOINS_PER_LOOK}`, growth, {
        bound: GROWTH_PERCENT,
        unit: '%',
        digits: 2,
      }),
      told('soak: heap after each thousand', `${heap.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ')} MB`),
      judged('soak: joins that failed', failures, { bound: 0 }),
      judged(
        `soak: pictures of the call of four that stood still, in ${looks.length} looks over ${soakMinutes} minutes`,
        looks.reduce((sum, { moving, links }) => sum + links - moving, 0),
        { bound: 0 },
      ),
      judged('soak: links of the call that were rebuilt', Math.max(...looks.map(({ rebuilt }) => rebuilt)), {
        bound: 0,
      }),
    ];
  } finally {
    await call?.end();
    crowd.end();
    await server.stop();
  }
}

/** How much the values grow from one to the next, by least squares. */
function slope(values: readonly number[]): number {
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, value) => sum + value, 0) / values.length];
  const along = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0);
  return along / values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
}
