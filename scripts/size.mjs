/**
 * Weighs the built widget: what a page loads first, and what it loads when it is needed. Fails above the budgets. The
 * share of a group is what the file would lose without it, so the shares do not quite add up to the total.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';

/** Besides English. Each is loaded by itself. */
const LANGUAGES = ['ar', 'de', 'es', 'fr', 'ja', 'pt', 'zh'];

/** In bytes after gzip -9; 1 kB is 1000 bytes. */
const BUDGETS = {
  'first load': 40_000,
  'in the room': 12_000,
  'care for the connection': 3_000,
  'layouts, menu': 12_000,
  'calls, doors, broadcasts': 20_000,
  'sharing, adapting': 12_000,
  'debug overlay': 25_000,
  timeline: 4_000,
  'relay-only links': 1_500,
  'notices and errors': 6_000,
  'hands, reactions': 12_000,
  people: 12_000,
  'own devices': 12_000,
  preflight: 12_000,
  'device failures': 3_000,
  panels: 12_000,
  chat: 12_000,
  'list of languages': 1_000,
  ...Object.fromEntries(LANGUAGES.map((code) => [`language ${code}`, 12_000])),
};

/** Which part a chunk that is loaded later belongs to, by the name of its module. */
const LATER = [
  [/room-entry|report-/, 'in the room'],
  [/connection-care/, 'care for the connection'],
  [/stage-layouts|vr-menu/, 'layouts, menu'],
  [/call-desk/, 'calls, doors, broadcasts'],
  [/room-media|media-desk|vr-bar-button|display-port|link-history/, 'sharing, adapting'],
  [/vr-debug|debug-(export|file|import)|log-telling|masking|print-entry|webrtc-dump/, 'debug overlay'],
  [/room-timeline|mask-names/, 'timeline'],
  [/relay-only/, 'relay-only links'],
  [/vr-notice|en-(errors|notice)|alert-icon|(card|sheet)\.styles/, 'notices and errors'],
  [/together-desk|vr-question|own-calls/, 'hands, reactions'],
  [/people-desk|repeat/, 'people'],
  [/device-desk|en-devices/, 'own devices'],
  [/preflight/, 'preflight'],
  [/panel-desk|(dialog|slide|switch)\.styles|outside-press|visible/, 'panels'],
  [/vr-chat|formats|repeat/, 'chat'],
  [/device-(care|listing)|page-facts/, 'device failures'],
  [/^chunks\/languages-/, 'list of languages'],
  ...LANGUAGES.map((code) => [new RegExp(`^chunks/${code}-`), `language ${code}`]),
];

const GROUPS = [
  ['lit', /node_modules\/(lit|lit-html|lit-element|@lit)\//],
  ['socket.io-client', /node_modules\/(socket\.io|engine\.io|@socket\.io)/],
  ['protocol, log', /^libs\//],
  ['core', /widget\/src\/core\//],
  ['controllers, events', /widget\/src\/(controllers|events)\//],
  ['styles', /widget\/src\/elements\/.*\.styles\.ts$/],
  ['elements', /widget\/src\/elements\//],
  ['text', /widget\/src\/text\//],
];

const folder = pathToFileURL(`${resolve(process.argv[2] ?? 'dist/widget')}/`);
const weigh = (text) => gzipSync(text, { level: 9 }).length;
const minified = async (code) => (await transform(code, { minify: true, target: 'es2022' })).code;
const inKb = (bytes) => `${(bytes / 1000).toFixed(1).padStart(5)} kB`;
const groupOf = ({ id }) => GROUPS.find(([, pattern]) => pattern.test(id))?.[0] ?? 'other';

async function sharesOf({ modules }) {
  const texts = await Promise.all(modules.map(async (module) => [groupOf(module), await minified(module.code ?? '')]));
  const whole = weigh(texts.map(([, text]) => text).join('\n'));
  const names = [...GROUPS.map(([name]) => name), 'other'].filter((name) => texts.some(([group]) => group === name));
  return names.map((name) => {
    const without = weigh(texts.flatMap(([group, text]) => (group === name ? [] : text)).join('\n'));
    return [name, whole - without];
  });
}

async function main() {
  let chunks;
  try {
    chunks = JSON.parse(readFileSync(new URL('../widget-sizes.json', folder), 'utf8'));
  } catch {
    throw new Error('Build the widget first: npm run build');
  }
  // What the entry imports statically is loaded with it.
  const first = new Set(['video-room.js']);
  for (const file of first) for (const needed of chunks.find((chunk) => chunk.file === file).imports) first.add(needed);
  const sums = Object.fromEntries(Object.keys(BUDGETS).map((part) => [part, 0]));
  for (const chunk of chunks) {
    const bytes = weigh(readFileSync(new URL(chunk.file, folder)));
    const part = first.has(chunk.file)
      ? 'first load'
      : (LATER.find(([name]) => name.test(chunk.file))?.[1] ?? 'first load');
    sums[part] += bytes;
    console.log(`${inKb(bytes)}  ${chunk.file}  (${part})`);
    for (const [name, share] of await sharesOf(chunk)) console.log(`${inKb(share)}    ${name}`);
  }
  const known = new Set(chunks.map(({ file }) => file));
  const strays = readdirSync(new URL('chunks/', folder)).filter((file) => !known.has(`chunks/${file}`));
  if (strays.length > 0) throw new Error(`Not weighed: ${strays.join(', ')}`);
  for (const [part, bytes] of Object.entries(sums)) {
    const fits = bytes <= BUDGETS[part];
    console.log(`${part}: ${inKb(bytes).trim()} of ${inKb(BUDGETS[part]).trim()}${fits ? '' : ', TOO LARGE'}`);
    if (!fits) process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
