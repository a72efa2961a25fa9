/** Bends text that is made of lines in the ways that have broken parsers. The same seed bends the same way. */

/** A stream of numbers in [0, 1) that is the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Mutation = (lines: string[], random: Random) => string[];

const below = (count: number, random: Random): number => Math.floor(random() * count);
const anyOf = <Item>(items: readonly Item[], random: Random): Item => items[below(items.length, random)] as Item;

const STRANGE = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\u001b[31m',
  '\u2028',
  '\ud800',
  'é',
  '%n',
  '"',
  "' --",
  '${7*7}',
  '__proto__',
];
const NUMBERS = ['-1', '0', '65536', '4294967296', '99999999999999999999', '1e9', 'NaN', '0x10', '00', ''];
const ADDRESSES = [
  'localhost',
  '169.254.169.254',
  '::ffff:127.0.0.1',
  '0x7f.1',
  '[::1]',
  'evil.example',
  '255.255.255.255',
];

/** Changes one line. */
const bend =
  (change: (line: string, random: Random) => string): Mutation =>
  (lines, random) => {
    const at = below(lines.length, random);
    return lines.with(at, change(lines[at] as string, random));
  };

const insertAt = (line: string, text: string, random: Random): string => {
  const at = below(line.length + 1, random);
  return line.slice(0, at) + text + line.slice(at);
};

const MUTATIONS: readonly Mutation[] = [
  bend((line, random) => insertAt(line, anyOf(STRANGE, random), random)),
  bend((line, random) => insertAt(line, String.fromCharCode(below(0x300, random)), random)),
  bend((line, random) => line.slice(0, below(line.length + 1, random))),
  bend((line, random) => line.slice(below(line.length + 1, random))),
  bend((line, random) => line.replace(/\d+/, anyOf(NUMBERS, random))),
  bend((line, random) => line.replace(/\d+(?!.*\d)/, anyOf(NUMBERS, random))),
  bend((line, random) => line.replace(/[\da-f.:-]{7,}(\.local)?/, anyOf(ADDRESSES, random))),
  bend((line, random) => line.repeat(1 + below(60, random))),
  bend((line, random) => line + 'x'.repeat(below(5000, random))),
  bend((line) => line.toUpperCase()),
  bend((line) => line.replace(/[ :;=/]/, '')),
  bend((line) => line.split(' ').reverse().join(' ')),
  (lines, random) => lines.toSpliced(below(lines.length, random), 1 + below(4, random)),
  (lines, random) => lines.slice(0, 1 + below(lines.length, random)),
  (lines, random) => {
    const at = below(lines.length, random);
    return lines.toSpliced(at, 0, ...Array.from({ length: below(2500, random) }, () => lines[at] as string));
  },
  (lines, random) => {
    const [one, other] = [below(lines.length, random), below(lines.length, random)];
    return lines.with(one, lines[other] as string).with(other, lines[one] as string);
  },
  (lines, random) => {
    const [from, to] = [below(lines.length, random), below(lines.length, random)];
    return [...lines, ...lines.slice(Math.min(from, to), Math.max(from, to))];
  },
];

/** What is longer than this, in characters, is not changed any further: repeats of repeats are more than a string holds. */
const LONG = 50_000;

/** Up to four changes. */
export function mutate(text: string, random: Random): string {
  let lines = text.split('\r\n');
  const length = () => lines.reduce((sum, line) => sum + line.length, 0);
  for (let left = 1 + below(4, random); left > 0 && length() <= LONG; left -= 1) {
    if (lines.length === 0) lines = [''];
    lines = anyOf(MUTATIONS, random)(lines, random);
  }
  return lines.join('\r\n');
}
