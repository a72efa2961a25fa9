/** How long signals take while very many are on their way. */
import { percentile } from '../report/statistics.js';
import type { Figure } from '../report/table.js';
import { inTurns } from './contenders.js';
import { Crowd } from './crowd.js';
import { judged, told, times } from './figures.js';

const PER_SECOND = 2000;
const SECONDS = 20;
const WARM_UP_SECONDS = 5;
const PEOPLE = 400;
const WITHIN_MS = 10;

export async function measureRelay(): Promise<Figure[]> {
  const { ours, bare } = await inTurns(async (server, { seats }) => {
    const crowd = await Crowd.start();
    try {
      await crowd.invite(server, { prefix: 'relay', people: PEOPLE, perRoom: 2, seats });
      await crowd.enter({ abreast: 20 });
      await crowd.signal(PER_SECOND, WARM_UP_SECONDS);
      const cpuBefore = await server.cpuUs();
      const { sent, relayMs } = await crowd.signal(PER_SECOND, SECONDS);
      const cpu = ((await server.cpuUs()) - cpuBefore) / sent;
      return { missing: sent - relayMs.length, relayMs, cpu };
    } finally {
      crowd.end();
    }
  });
  const [p99, bareP99] = [percentile(ours.relayMs, 99), percentile(bare.relayMs, 99)];
  return [
    judged(`relay: p99 at ${PER_SECOND} signals a second`, p99, { bound: WITHIN_MS, unit: 'ms', digits: 1 }),
    judged('relay: signals that did not arrive', ours.missing, { bound: 0 }),
    told('relay: median, p95, p99, greatest', times(ours.relayMs, 1)),
    told('relay: the same, bare', times(bare.relayMs, 1)),
    told('relay: p99, ours / bare', (p99 / bareP99).toFixed(2)),
    told('relay: CPU of a signal', `${ours.cpu.toFixed(0)} us, bare ${bare.cpu.toFixed(0)} us`),
  ];
}
