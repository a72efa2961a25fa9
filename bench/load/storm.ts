/** A server with very many people is killed and started again: all come back by the widget's own policy, at once. */
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../report/statistics.js';
import type { Figure } from '../report/table.js';
import { OUR_SERVER } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged, told } from './figures.js';
import type { LoadSettings } from './settings.js';

const PEOPLE = 5000;
const ABREAST = 64;
const DOWN_MS = 2000;
const WITHIN_SECONDS = 20;
const LOOP_P99_MS = 200;
/** Whoever has not come back by then does not count as served. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 1000;

export async function measureStorm({ sockets: people = PEOPLE, perRoom }: LoadSettings): Promise<Figure[]> {
  const crowd = await Crowd.start();
  const first = await OUR_SERVER.start();
  let server = first;
  try {
    await crowd.invite(first, { prefix: 'storm', people, perRoom });
    await crowd.enter({ abreast: ABREAST });
    await crowd.comeBack();
    await first.stop();
    await delay(DOWN_MS);
    server = await OUR_SERVER.start(first.port);
    const startedAt = Date.now();
    let state = await crowd.look();
    while (state.wholeRooms < people && Date.now() - startedAt < PATIENCE_MS) {
      await delay(LOOK_EVERY_MS);
      state = await crowd.look();
    }
    const loop = await server.loopDelay();
    const cpuSeconds = (await server.cpuUs()) / 1e6;
    const backSeconds = state.seatedAt.map((at) => (at - startedAt) / 1000);
    const last = state.seated < people ? Infinity : Math.max(...backSeconds);
    return [
      judged(`storm: ${people} in rooms of ${perRoom} back after`, last, {
        bound: WITHIN_SECONDS,
        unit: 's',
        digits: 1,
      }),
      told(
        'storm: half and 95 % back after',
        `${[50, 95].map((p) => percentile(backSeconds, p).toFixed(1)).join(' and ')} s`,
      ),
      judged('storm: seats lost', people - state.seated + state.otherIds, { bound: 0 }),
      judged('storm: people who do not see all others', people - state.wholeRooms, { bound: 0 }),
      judged('storm: event loop p99', loop.p99Ms, { bound: LOOP_P99_MS, unit: 'ms' }),
      told('storm: event loop median, greatest', `${loop.p50Ms.toFixed(0)}, ${loop.maxMs.toFixed(0)} ms`),
      told('storm: CPU of the server, its start included', `${cpuSeconds.toFixed(1)} s`),
      told('storm: connects that came to nothing', `${state.failures}, most while there was no server`),
    ];
  } finally {
    crowd.end();
    await server.stop();
  }
}
