import { defineConfig } from '@playwright/test';
import { findCoturn } from '../libs/turn-check/src/local-coturn.js';
import { canMakeNetworks } from '../scripts/networks.mjs';
import { FIREFOX_PATH } from './rig/browsers.js';

const { VIDEO_ROOM_E2E_REPORT: report, CI } = process.env;

/** `npm test` says in its summary what is left out and how to get it; with CI nothing is. */
const leftOut = () => [
  ...(FIREFOX_PATH ? [] : ['**/firefox-*']),
  ...(findCoturn() ? [] : ['**/preflight-relay*', '**/faults/relays*', '**/faults/firefox-relays*']),
  ...(findCoturn() && canMakeNetworks() ? [] : ['**/broken-networks*', '**/wire/**', '**/relay-as-shipped*']),
];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  testIgnore: CI === 'true' ? [] : leftOut(),
  outputDir: '../test-results/e2e',
  timeout: 90_000,
  // Machines are slow at times; a condition that comes true late is still true.
  expect: { timeout: 20_000 },
  // Scenarios share ports and see the networks that others make; and other browsers would be in their figures.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
});
