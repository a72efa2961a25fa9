/**
 * `npm run bench:relay`: what our server costs beside a bare Socket.IO relay, in one run, in turns. Ends with 1 if a
 * bound is missed. docs/performance.md says how to read it.
 */
import { measureConnecting, wearIn } from './relay/measure-connecting.js';
import { measureMemory } from './relay/measure-memory.js';
import { measureRelaying } from './relay/measure-relaying.js';
import type { Contender } from './relay/crowd.js';
import { describeMachine } from './report/machine.js';
import { median, ratios, spread } from './report/statistics.js';
import { buildStale } from './servers/build-stale.js';
import { printFigures, type Figure } from './report/table.js';
import { BARE, MeasuredServer, OURS } from './servers/measured-server.js';
import { roomTokens } from './servers/tokens.js';

const RELAY_BOUND = 1.3;
const MEMORY_BOUND = 1.3;
const CONNECT_BOUND = 2;
const EARLIER_CLIENTS = 2000;

const startOurs = async (): Promise<Contender> => ({
  name: 'ours',
  server: await MeasuredServer.start(OURS),
  tokens: roomTokens,
});
const startBare = async (): Promise<Contender> => ({ name: 'bare', server: await MeasuredServer.start(BARE) });

const kilobytes = (bytes: readonly number[]): number[] => bytes.map((value) => value / 1000);

function compare(name: string, [ours = [], bare = []]: readonly number[][], unit: string, bound?: number): Figure[] {
  const times = ratios(ours, bare);
  const ratio = median(times);
  return [
    { name: `${name}: ours`, measured: `${spread(ours, 1)} ${unit}` },
    { name: `${name}: bare`, measured: `${spread(bare, 1)} ${unit}` },
    {
      name: `${name}: ours / bare`,
      measured: spread(times, 2),
      ...(bound !== undefined && { bound: `<= ${bound}`, met: ratio <= bound }),
    },
  ];
}

buildStale();
const tellHowBusy = describeMachine();
const [ours, bare] = [await startOurs(), await startBare()];
try {
  console.log(`${EARLIER_CLIENTS} connections come and go …`);
  await wearIn([ours, bare], EARLIER_CLIENTS);
  console.log('Relaying …');
  const relaying = await measureRelaying([ours, bare]);
  console.log('Connecting …');
  const [alone = [], inFours = [], bareConnects = []] = await measureConnecting([
    { name: 'alone', contender: ours, perRoom: 1 },
    { name: 'in fours', contender: ours, perRoom: 4 },
    { name: 'bare', contender: bare, perRoom: 1 },
  ]);
  console.log('Memory …');
  const memory = await measureMemory([startOurs, startBare]);
  tellHowBusy();
  const allMet = printFigures([
    ...relaying.flatMap(({ traffic, us }) => compare(`relay, ${traffic}`, us, 'us', RELAY_BOUND)),
    ...compare('connect, check, seat', [alone, bareConnects], 'us', CONNECT_BOUND),
    ...compare('the same in rooms of 4, the others told', [inFours, bareConnects], 'us'),
    ...compare('RSS per idle client, 2,000', memory.rss.map(kilobytes), 'kB', MEMORY_BOUND),
    ...compare('RSS per idle client, 2,000 more', memory.rssOfMore.map(kilobytes), 'kB', MEMORY_BOUND),
    ...compare('heap per idle client', memory.heap.map(kilobytes), 'kB'),
  ]);
  if (!allMet) process.exitCode = 1;
} finally {
  await Promise.all([ours.server.stop(), bare.server.stop()]);
}
