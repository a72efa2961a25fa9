/**
 * Builds the server and the widget, each only if one of its sources is newer than its last build.
 * `--force` builds both regardless.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const SERVER_ENTRY = join(ROOT, 'dist/server/apps/server/src/main.js');
/**
 * What the server is started with. A young generation of 32 MB, because signals that outlive a smaller one are collected
 * together with everything else: a quarter of the CPU of a relay (docs/performance.md).
 */
export const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=32'];

/** What `npm run doctor` runs. */
export const DOCTOR_ENTRY = join(dirname(SERVER_ENTRY), 'doctor.js');
const SHARED = ['package-lock.json', 'tsconfig.json'];

const PARTS = [
  {
    name: 'server',
    sources: [...SHARED, 'nest-cli.json', 'apps/server/tsconfig.build.json', 'apps/server/src', 'libs'],
    output: SERVER_ENTRY,
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'server'],
  },
  {
    name: 'widget',
    sources: [...SHARED, 'package.json', 'widget', 'libs/protocol', 'libs/log'],
    output: join(ROOT, 'dist/widget/video-room.js'),
    needs: 'widget/vite.config.ts',
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'widget/vite.config.ts', '--logLevel', 'warn'],
  },
];

const IS_TEST = /\.(spec|test)\.ts$/;

/** Newest change below `path`. Folders count too: their time changes when a file in them is removed. */
function newestChange(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return IS_TEST.test(path) ? 0 : stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}

const stampOf = ({ name }) => join(ROOT, 'dist', `${name}.stamp`);

function isStale(part) {
  const built = statSync(stampOf(part), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return !existsSync(part.output) || part.sources.some((source) => newestChange(join(ROOT, source)) > built);
}

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: ['inherit', 2, 2] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}`))));
  });
}

async function buildPart(part) {
  const startedAt = new Date();
  // Standard output belongs to what is run afterwards.
  process.stderr.write(`Building the ${part.name} …\n`);
  await run(part.command);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  // Dated when it began, so that a source saved meanwhile is built next time.
  writeFileSync(stampOf(part), startedAt.toISOString());
  utimesSync(stampOf(part), startedAt, startedAt);
}

/** @param {{ force?: boolean, only?: string[] }} options `only`: names of parts; default all */
export async function build({ force = false, only } = {}) {
  const wanted = PARTS.filter(({ name }) => !only || only.includes(name));
  const parts = wanted.filter(({ needs }) => !needs || existsSync(join(ROOT, needs)));
  await Promise.all(parts.filter((part) => force || isStale(part)).map(buildPart));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ force: process.argv.includes('--force') });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
