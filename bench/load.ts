/**
 * `npm run bench:load`: very many people at one server, beside a bare Socket.IO server. Ends with 1 if a bound is missed.
 * `-- storm` runs one part; bench/load/settings.ts has what changes its size. docs/reliability.md says how to
 * read it.
 */
import { measureDrain } from './load/drain.js';
import { measureHold } from './load/hold.js';
import { measureJoins } from './load/joins.js';
import { measureRelay } from './load/relay.js';
import { readSettings, type LoadSettings } from './load/settings.js';
import { measureSoak } from './load/soak.js';
import { measureStorm } from './load/storm.js';
import { measureWaves } from './load/waves.js';
import { describeMachine } from './report/machine.js';
import { printFigures, type Figure } from './report/table.js';
import { buildStale } from './servers/build-stale.js';

const PARTS: Readonly<Record<string, (settings: LoadSettings) => Promise<Figure[]>>> = {
  relay: measureRelay,
  joins: measureJoins,
  waves: measureWaves,
  storm: measureStorm,
  drain: measureDrain,
  soak: measureSoak,
  hold: measureHold,
};

const settings = readSettings(process.argv.slice(2));
const unknown = settings.parts.find((part) => !(part in PARTS));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}.`);

/** What all parts but those with a time of their own take on a slow machine. */
const OTHER_PARTS_MS = 40 * 60_000;
const longestMs = OTHER_PARTS_MS + settings.holdSeconds * 1000 + settings.soakMinutes * 60_000;
// The servers and the crowd end with this process.
setTimeout(() => {
  throw new Error('The run does not come to an end.');
}, longestMs).unref();

buildStale();
const figures: Figure[] = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (settings.parts.length > 0 && !settings.parts.includes(part)) continue;
  console.log(`${part} …`);
  const tellHowBusy = describeMachine();
  const measured = await measure(settings);
  // At once, too: a long run that is broken off has told what it knew.
  for (const figure of measured) console.log(`  ${figure.name}: ${figure.measured}`);
  tellHowBusy();
  figures.push(...measured);
}
if (!printFigures(figures)) process.exitCode = 1;
