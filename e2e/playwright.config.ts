import { defineConfig } from '@playwright/test';
import { isLongRun } from '../bench/report/long-run.js';
import { findCoturn } from '../libs/turn-check/src/local-coturn.js';
import { canMakeNetworks } from '../scripts/networks.mjs';
import { FIREFOX_PATH } from './rig/browsers.js';

const { VIDEO_ROOM_E2E_REPORT: report, CI } = process.env;

function scenarios(...names: string[]): string[] {
  return names.map((name) => `**/e2e/${name}.e2e.ts`);
}

/** They make networks, and every browser of the machine notices those that come and go. */
const NETWORKS = scenarios('broken-networks', 'faults/wire/*', 'relay-as-shipped');

/** `npm test` says in its summary what is left out and how to get it; with CI nothing is. */
const leftOut = () => [
  ...(FIREFOX_PATH ? [] : scenarios('**/firefox-*')),
  ...(findCoturn() ? [] : scenarios('preflight-relay', 'faults/relays*', 'faults/firefox-relays')),
  ...(findCoturn() && canMakeNetworks() ? [] : NETWORKS),
];

const testIgnore = CI === 'true' ? [] : leftOut();

/** `npm test` runs these by themselves: what else runs would be noticed, or they take both cores. */
const ALONE = [...NETWORKS, ...scenarios('connections-do-well', 'six-people')];

/** Most of their time is waiting, for what is given up only after seconds. */
const WAITING = scenarios(
  ...['calls', 'dump-of-chromium', 'faults/*', 'knocking', 'preflight*', 'ringing', 'server-updated', 'signal-lost'],
  ...['sound-only', 'token-ends'],
);

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  // Machines are slow at times; a condition that comes true late is still true.
  expect: { timeout: 20_000 },
  // One that waits and one that computes go well together, two of a kind do not. Where something is measured, there is one.
  workers: isLongRun ? 1 : 2,
  projects: [
    { name: 'waiting', testMatch: WAITING, testIgnore, workers: 1 },
    { name: 'computing', testMatch: '**/*.e2e.ts', testIgnore: [...WAITING, ...ALONE, ...testIgnore], workers: 1 },
    // Of a run of its own, which clears only what is its own.
    { name: 'alone', testMatch: ALONE, testIgnore, workers: 1, outputDir: '../test-results/e2e-alone' },
  ],
  forbidOnly: true,
  retries: 0,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
