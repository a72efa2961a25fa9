/**
 * `npm run test:faults` and `npm run test:attacks`: the scenarios of one kind at full length, then one table of what was aimed
 * at and what was measured. Fails if a scenario fails or a bound is missed. Further arguments choose scenarios by title.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describeMachine } from '../bench/report/machine.js';
import { gatheredFigures } from '../bench/report/long-run.js';
import { printFigures } from '../bench/report/table.js';
import { buildStale } from '../bench/servers/build-stale.js';

const FIGURES = path.resolve('test-results/long-run/figures.jsonl');

/** What is run for each: scenarios in browsers, and specs in Node, by their file's name. */
const KINDS: Record<string, { e2e: string[]; jest?: string }> = {
  faults: { e2e: ['faults/'] },
  attacks: { e2e: ['attacks/', 'secrets', 'relay-as-shipped'], jest: '\\.attack\\.spec\\.ts$|deploy/coturn/' },
};

const [kind = '', ...titles] = process.argv.slice(2);
const what = KINDS[kind];
if (!what) {
  console.error(`Say which: ${Object.keys(KINDS).join(' or ')}.`);
  process.exit(2);
}

buildStale();
rmSync(path.dirname(FIGURES), { recursive: true, force: true });
mkdirSync(path.dirname(FIGURES), { recursive: true });
const tellHowBusy = describeMachine();
const chosen = titles.length > 0 ? ['-t', titles.join(' ')] : [];
const failed: string[] = [];
if (what.jest) {
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--runInBand'];
  await run('in Node', [...jest, '--testPathPatterns', what.jest, ...chosen]);
}
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts', ...what.e2e];
await run('in browsers', [...playwright, ...(titles.length > 0 ? ['-g', titles.join(' ')] : [])]);
tellHowBusy();
const isMet = printFigures(gatheredFigures(FIGURES));
if (failed.length > 0) console.error(`Scenarios failed ${failed.join(' and ')}.`);
process.exitCode = failed.length === 0 && isMet ? 0 : 1;

async function run(where: string, command: string[]): Promise<void> {
  const child = spawn(process.execPath, command, {
    stdio: 'inherit',
    env: { ...process.env, VIDEO_ROOM_LONG_RUN: 'true', VIDEO_ROOM_FIGURES: FIGURES },
  });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) failed.push(where);
}
