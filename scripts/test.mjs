/**
 * `npm test`: lint, types, the npm package, Jest, web-test-runner and the browser scenarios, with one summary. Names given
 * as arguments run only those. With CI=true nothing may be skipped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkNode, installIfNeeded } from './install.mjs';

checkNode();
installIfNeeded();
const { findChromium, findCoturn, findFirefox, findWholeChromium } = await import('./browsers.mjs');
const { build } = await import('./build.mjs');
const { canMakeNetworks } = await import('./networks.mjs');

const REPORTS = resolve('test-results/reports');
const bin = (tool) => `node_modules/${tool}`;

/** Each returns { passed, failed, skipped, notes? }. */
const RUNNERS = {
  lint: async () =>
    both(
      await step(['node', bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
      await step(['node', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
    ),
  types: async () =>
    both(
      await step(['node', bin('typescript/bin/tsc'), '-p', '.']),
      await step(['node', bin('typescript/bin/tsc'), '-p', 'widget/samples']),
    ),
  package: async () =>
    both(
      await step(['node', bin('publint/src/cli.js'), 'dist/widget', '--strict', '--pack', 'npm']),
      await step([
        ...['node', bin('@arethetypeswrong/cli/dist/index.js'), '--pack', 'dist/widget'],
        ...['--profile', 'esm-only', '--no-definitely-typed', '--no-summary', '--format', 'ascii'],
      ]),
    ),
  jest: async () => {
    const file = `${REPORTS}/jest.json`;
    await run([
      'node',
      '--experimental-vm-modules',
      '--no-warnings',
      bin('jest/bin/jest.js'),
      '--json',
      `--outputFile=${file}`,
    ]);
    const report = read(file);
    return (
      report && {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests + report.numTodoTests,
      }
    );
  },
  widget: async () => {
    const file = `${REPORTS}/widget.json`;
    await run(['node', bin('@web/test-runner/dist/bin.js')], { VIDEO_ROOM_WTR_REPORT: file });
    return read(file);
  },
  e2e: () => scenarios('waiting', 'computing'),
  /** Those that other browsers of the machine would disturb, or that would disturb them. */
  alone: () => scenarios('alone'),
};

/** They say nothing unless something is wrong, so they run side by side. */
const SILENT = new Set(['lint', 'types', 'package']);

const environment = { ...process.env };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in RUNNERS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(RUNNERS).join(', ')}.`);
  process.exit(2);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const notes = await prepare();
const results = [];
const wanted = Object.keys(RUNNERS).filter((name) => chosen.length === 0 || chosen.includes(name));
const [silent, talkative] = [wanted.filter((name) => SILENT.has(name)), wanted.filter((name) => !SILENT.has(name))];
results.push(...(await Promise.all(silent.map(resultOf))));
for (const name of talkative) results.push(await resultOf(name));
process.exitCode = summarise();

/** Builds what is stale, finds what tests need. Returns lines for the summary. */
async function prepare() {
  await build();
  const lines = [];
  const chromium = await findChromium();
  if (chromium) environment['CHROME_PATH'] = chromium;
  else lines.push('No Chromium: install it (Debian: apt-get install chromium) or set CHROME_PATH. Browser tests fail.');
  if (chromium && !findWholeChromium(chromium))
    lines.push(
      'No whole Chromium, only its headless shell: scenarios with windows fail. Debian: apt-get install chromium.',
    );
  const firefox = findFirefox();
  if (firefox) environment['FIREFOX_PATH'] = firefox;
  else
    lines.push(
      'No Firefox: its scenarios are skipped. Install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.',
    );
  const coturn = findCoturn();
  if (coturn) environment['TURNSERVER_PATH'] = coturn;
  else
    lines.push('No coturn: its tests are skipped. Install it (Debian: apt-get install coturn) or set TURNSERVER_PATH.');
  if (!canMakeNetworks())
    lines.push(
      'No broken networks: their scenarios are skipped. They need Linux, root, ip and nft (Debian: apt-get install iproute2 nftables).',
    );
  return lines;
}

/** Projects of e2e/playwright.config.ts, beside each other. */
async function scenarios(...projects) {
  const file = `${REPORTS}/${projects.join('-')}.json`;
  const command = [bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts'];
  command.push(...projects.map((project) => `--project=${project}`));
  await run(['node', ...command], { VIDEO_ROOM_E2E_REPORT: file });
  const report = read(file);
  if (!report) return undefined;
  const { stats, errors } = report;
  return {
    passed: stats.expected,
    // A file that does not load is no scenario.
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped + leftOut(stats, command),
  };
}

/**
 * How many scenarios e2e/playwright.config.ts leaves out for what is not there: those there would be with CI=true, where none
 * are, without those that were run.
 */
function leftOut({ expected, unexpected, flaky, skipped }, command) {
  if (process.env['CI'] === 'true' || notes.length === 0) return 0;
  const file = `${REPORTS}/all.json`;
  rmSync(file, { force: true });
  spawnSync(process.execPath, [...command, '--list'], {
    env: { ...environment, CI: 'true', VIDEO_ROOM_E2E_REPORT: file },
    stdio: 'ignore',
  });
  const all = countIn(read(file) ?? {});
  return all - expected - unexpected - flaky - skipped;
}

/** How many scenarios a suite of Playwright's report has. */
const countIn = ({ specs = [], suites = [] }) => specs.length + suites.reduce((sum, suite) => sum + countIn(suite), 0);

async function resultOf(name) {
  const startedAt = Date.now();
  console.log(`\n── ${name} ──`);
  const result = (await RUNNERS[name]()) || { passed: 0, failed: 1, skipped: 0 };
  return { name, seconds: Math.round((Date.now() - startedAt) / 1000), ...result };
}

function summarise() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log('\n── summary ──');
  for (const { name, seconds, ...counts } of results) {
    for (const kind of Object.keys(total)) total[kind] += counts[kind];
    console.log(`${name.padEnd(8)} ${words(counts)} (${seconds} s)`);
  }
  for (const note of notes) console.log(note);
  if (process.env['CI'] === 'true' && total.skipped > 0) {
    console.log('With CI=true nothing may be skipped: counted as failed.');
    total.failed += total.skipped;
    total.skipped = 0;
  }
  console.log(words(total));
  return total.failed > 0 ? 1 : 0;
}

function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Runs a command that is one check: it passes or fails as a whole. */
async function step(command) {
  const passed = (await run(command)) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function both(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

function run([command, ...rest], variables = {}) {
  return new Promise((resolve) => {
    const executable = command === 'node' ? process.execPath : command;
    const child = spawn(executable, rest, { stdio: 'inherit', env: { ...environment, ...variables } });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** The report of a runner, or undefined if it died before writing one. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
