/** A server with very many people is asked to stop: all are told, and it ends soon. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from '../report/table.js';
import { OUR_SERVER } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged } from './figures.js';
import type { LoadSettings } from './settings.js';

const PEOPLE = 5000;
const PER_ROOM = 4;
const WITHIN_SECONDS = 10;
const PATIENCE_MS = 5000;

export async function measureDrain({ sockets: people = PEOPLE }: LoadSettings): Promise<Figure[]> {
  const [server, crowd] = await Promise.all([OUR_SERVER.start(), Crowd.start()]);
  try {
    await crowd.invite(server, { prefix: 'drain', people, perRoom: PER_ROOM });
    await crowd.enter({ abreast: 64 });
    const startedAt = performance.now();
    await server.terminate();
    const seconds = (performance.now() - startedAt) / 1000;
    let state = await crowd.look();
    for (const until = Date.now() + PATIENCE_MS; state.losses < people && Date.now() < until;) {
      await delay(100);
      state = await crowd.look();
    }
    return [
      judged(`drain: end after SIGTERM with ${people} connected`, seconds, {
        bound: WITHIN_SECONDS,
        unit: 's',
        digits: 1,
      }),
      judged('drain: people who were not told', people - state.goodbyes, { bound: 0 }),
    ];
  } finally {
    crowd.end();
    await server.stop();
  }
}
