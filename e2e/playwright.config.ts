import { defineConfig } from '@playwright/test';
import { findCoturn } from '../libs/turn-check/src/local-coturn.js';
import { canMakeNetworks } from '../scripts/networks.mjs';
import { inLongRun } from '../bench/report/long-run.js';
import { FIREFOX_PATH } from './rig/browsers.js';

const { VIDEO_ROOM_E2E_REPORT: report, CI } = process.env;

/** `npm test` says in its summary what is left out and how to get it; with CI nothing is. */
const leftOut = () => [
  ...(FIREFOX_PATH ? [] : ['**/firefox-*']),
  ...(findCoturn() ? [] : ['**/preflight-relay*', '**/faults/relays*', '**/faults/firefox-relays*']),
  ...(findCoturn() && canMakeNetworks() ? [] : ['**/broken-networks*', '**/wire/**', '**/relay-as-shipped*']),
];

/** Most of their time is waiting, for what is given up only after seconds. */
const WAITING = [
  ...['broken-networks', 'calls', 'dump-of-chromium', 'faults/**/*', 'knocking', 'preflight*', 'relay-as-shipped'],
  ...['ringing', 'server-updated', 'signal-lost', 'sound-only', 'token-ends'],
].map((name) => `**/${name}.e2e.ts`);

const testIgnore = CI === 'true' ? [] : leftOut();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  // Machines are slow at times; a condition that comes true late is still true.
  expect: { timeout: 20_000 },
  // A test has up to five browsers. One that waits and one that computes go well together, two of a kind do not; and where
  // something is measured, there is one at a time.
  workers: inLongRun(2, 1),
  projects: [
    { name: 'waiting', testMatch: WAITING, testIgnore, workers: 1 },
    { name: 'computing', testMatch: '**/*.e2e.ts', testIgnore: [...WAITING, ...testIgnore], workers: 1 },
  ],
  forbidOnly: true,
  retries: 0,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
