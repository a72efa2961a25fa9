/**
 * `npm run bench:mesh`: what a call of 2, 4 and 6 people in one machine costs with our element, 800 pixels wide and 600
 * high, and with a page written by hand that sends everybody all of the picture; in turns, each in a browser of its own.
 * Ends with 1 if a bound is missed. `-- 1 2 4` makes one round with 2 and 4 people. docs/performance.md says how to read it.
 */
import { launchBrowser } from './join/browser.js';
import { openPageServer } from './join/page-server.js';
import { costOf, type Contestant, type Cost } from './mesh/gathering.js';
import { describeMachine } from './report/machine.js';
import { median, ratios, spread } from './report/statistics.js';
import { printFigures, type Figure } from './report/table.js';
import { buildStale } from './servers/build-stale.js';
import { BARE_ROOMS, MeasuredServer, OURS } from './servers/measured-server.js';
import { roomToken } from './servers/tokens.js';

const [ROUNDS = 4, ...CHOSEN] = process.argv.slice(2).map(Number);
const PEOPLE = CHOSEN.length > 0 ? CHOSEN : [2, 4, 6];

type Bounds = Partial<Record<'cpu' | 'uplink' | 'frames', number>>;
const BOUNDS: Readonly<Record<number, Bounds>> = {
  2: { cpu: 1.1 },
  4: { cpu: 0.65, uplink: 0.5 },
  6: { frames: 14.5 },
};

buildStale();
const tellHowBusy = describeMachine();
const [ours, bare, pages] = await Promise.all([
  MeasuredServer.start(OURS),
  MeasuredServer.start(BARE_ROOMS),
  openPageServer(),
]);

const ELEMENT: Contestant = {
  name: 'element',
  page: `${pages.origin}/element.html?server=${encodeURIComponent(ours.origin)}`,
  place: async (room, identity) => ({ server: ours.origin, room, token: await roomToken(room, identity) }),
};
const BY_HAND: Contestant = {
  name: 'by hand',
  page: `${pages.origin}/mesh-bare.html`,
  place: (room) => Promise.resolve({ server: bare.origin, room, token: '' }),
};

/** In a browser of its own, whose first moments are not measured. */
async function run(contestant: Contestant, people: number): Promise<Cost> {
  const browser = await launchBrowser({ head: true });
  try {
    return await costOf(browser, contestant, people);
  } finally {
    await browser.close();
  }
}

async function race(people: number): Promise<{ element: Cost[]; byHand: Cost[] }> {
  const costs: { element: Cost[]; byHand: Cost[] } = { element: [], byHand: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    console.log(`${people} people, round ${round + 1} of ${ROUNDS} …`);
    const order = round % 2 === 0 ? (['element', 'byHand'] as const) : (['byHand', 'element'] as const);
    for (const name of order) costs[name].push(await run(name === 'element' ? ELEMENT : BY_HAND, people));
  }
  return costs;
}

function figuresOf(people: number, { element, byHand }: { element: Cost[]; byHand: Cost[] }): Figure[] {
  const { cpu, uplink, frames }: Bounds = BOUNDS[people] ?? {};
  const cores = (costs: Cost[]) => costs.map((cost) => cost.cores);
  const kbps = (costs: Cost[]) => costs.map(({ uplinkKbps }) => uplinkKbps);
  const worst = (costs: Cost[]) => costs.map(({ framesPerSecond }) => framesPerSecond[0] ?? 0);
  const told = (name: string, costs: Cost[]): Figure => ({
    name: `${people} people, ${name}`,
    measured:
      `${spread(cores(costs), 2)} cores, ${spread(kbps(costs))} kbit/s sent by each, ` +
      `${spread(worst(costs), 1)} pictures/s on the worst link`,
  });
  const judged = (name: string, values: readonly number[], bound: number | undefined, atLeast = false): Figure => {
    const measured = { name: `${people} people, ${name}`, measured: spread(values, 2) };
    if (bound === undefined) return measured;
    const met = atLeast ? median(values) >= bound : median(values) <= bound;
    return { ...measured, bound: `${atLeast ? '>=' : '<='} ${bound}`, met };
  };
  return [
    told('element', element),
    told('by hand', byHand),
    judged('CPU, element / by hand', ratios(cores(element), cores(byHand)), cpu),
    judged('sent, element / by hand', ratios(kbps(element), kbps(byHand)), uplink),
    judged('pictures/s on the worst link', worst(element), frames, true),
  ];
}

try {
  const figures: Figure[] = [];
  for (const people of PEOPLE) figures.push(...figuresOf(people, await race(people)));
  tellHowBusy();
  if (!printFigures(figures)) process.exitCode = 1;
} finally {
  pages.close();
  await Promise.all([ours.stop(), bare.stop()]);
}
