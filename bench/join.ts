/**
 * `npm run bench:join`: how long until one sees the others, with our element and with a page written by hand, in one
 * run, in turns; first on a link without delay, then with a long way to the server. Ends with 1 if a bound is missed.
 * docs/performance.md says how to read it.
 */
import { launchBrowser } from './join/browser.js';
import { openDelayProxy } from './join/delay-proxy.js';
import { openPageServer } from './join/page-server.js';
import { timeJoin, type Contestant } from './join/trial.js';
import { describeMachine } from './report/machine.js';
import { median, ratios, spread } from './report/statistics.js';
import { printFigures, type Figure } from './report/table.js';
import { buildStale } from './servers/build-stale.js';
import { BARE_ROOMS, MeasuredServer, OURS } from './servers/measured-server.js';
import { roomToken } from './servers/tokens.js';

const JOIN_BOUND = 1.15;
const ROUNDS = 10;
const ROUNDS_PER_DELAY = 3;
const ROUND_TRIPS_MS = [100, 200] as const;
/** Counted: TCP, upgrade, connect with `ready` in the reply, offer, answer; the first two are gone when the socket is open. */
const COLD_TRIPS = 5;
const WARM_TRIPS = 3;

buildStale();
const tellHowBusy = describeMachine();
const [ours, bare, pages, browser] = await Promise.all([
  MeasuredServer.start(OURS),
  MeasuredServer.start(BARE_ROOMS),
  openPageServer(),
  launchBrowser(),
]);

const elementPage = (server: string) => `${pages.origin}/element.html?server=${encodeURIComponent(server)}`;
const seat: Contestant['place'] = async (server, room, identity) => ({
  server,
  room,
  token: await roomToken(room, identity),
});
const CONTESTANTS = [
  { name: 'element', trips: COLD_TRIPS, port: ours.port, page: elementPage, place: seat },
  {
    name: 'element, waiting',
    trips: WARM_TRIPS,
    port: ours.port,
    page: (server: string) => `${elementPage(server)}&prejoin`,
    place: seat,
  },
  {
    name: 'by hand',
    trips: COLD_TRIPS,
    port: bare.port,
    page: () => `${pages.origin}/bare.html`,
    place: (server: string, room: string) => Promise.resolve({ server, room, token: '' }),
  },
];

/** Milliseconds by round trip time, contestant and round; everything in turns. */
async function race(rounds: number, roundTripsMs: readonly number[]): Promise<number[][][]> {
  const entries = await Promise.all(
    roundTripsMs.flatMap((roundTripMs) =>
      CONTESTANTS.map(async (contestant) => {
        const proxy = roundTripMs > 0 ? await openDelayProxy(contestant.port, roundTripMs) : undefined;
        const server = `http://127.0.0.1:${proxy?.port ?? contestant.port}`;
        return { contestant, proxy, server, times: [] as number[] };
      }),
    ),
  );
  // The first round is not counted: it still loads and compiles.
  for (let round = -1; round < rounds; round += 1) {
    const order = round % 2 === 0 ? entries : entries.toReversed();
    for (const { contestant, server, times } of order) {
      const ms = await timeJoin(browser, contestant, server);
      if (round >= 0) times.push(ms);
    }
  }
  for (const { proxy } of entries) proxy?.close();
  const count = CONTESTANTS.length;
  return roundTripsMs.map((_, index) => entries.slice(index * count, (index + 1) * count).map(({ times }) => times));
}

function roundTrips(near: readonly number[][], far: readonly number[][]): Figure[] {
  const [nearMs, farMs] = ROUND_TRIPS_MS;
  return CONTESTANTS.flatMap(({ name, trips }, index): Figure[] => {
    const measured = (median(far[index] ?? []) - median(near[index] ?? [])) / (farMs - nearMs);
    return [
      { name: `${name}, ${nearMs} ms to the server`, measured: `${spread(near[index] ?? [])} ms` },
      { name: `${name}, ${farMs} ms to the server`, measured: `${spread(far[index] ?? [])} ms` },
      {
        name: `${name}: round trips one after the other`,
        measured: measured.toFixed(2),
        // Another number than was counted, less too, says that the machine was too busy to tell.
        bound: `${trips}, rounded`,
        met: Math.round(measured) === trips,
      },
    ];
  });
}

try {
  console.log('Without delay …');
  const [[element = [], waiting = [], byHand = []] = []] = await race(ROUNDS, [0]);
  console.log('With a long way to the server …');
  const [near = [], far = []] = await race(ROUNDS_PER_DELAY, ROUND_TRIPS_MS);
  const ratio = median(element) / median(byHand);
  tellHowBusy();
  const allMet = printFigures([
    { name: 'element', measured: `${spread(element)} ms` },
    { name: 'element, waiting with its socket open', measured: `${spread(waiting)} ms` },
    { name: 'by hand', measured: `${spread(byHand)} ms` },
    {
      name: 'element / by hand',
      measured: `${ratio.toFixed(2)} (rounds: ${spread(ratios(element, byHand), 2)})`,
      bound: `<= ${JOIN_BOUND}`,
      met: ratio <= JOIN_BOUND,
    },
    ...roundTrips(near, far),
  ]);
  if (!allMet) process.exitCode = 1;
} finally {
  pages.close();
  await Promise.all([browser.close(), ours.stop(), bare.stop()]);
}
