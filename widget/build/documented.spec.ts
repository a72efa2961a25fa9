import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COLLAGES } from '../gallery/styling-collages.js';
import { PROPERTIES } from '../src/elements/tokens.styles.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const ELEMENT = '../src/elements/video-room/';
const source = readdirSync(new URL(ELEMENT, import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => read(ELEMENT + file))
  .join('\n');
const named = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = '']) => name);

describe('what the element promises to pages is in its documents', () => {
  it.each([
    ['parts', named(/@csspart ([\w-]+)/g), 'styling.md'],
    ['custom properties', named(/@cssprop \[(--[\w-]+)/g), 'styling.md'],
    ['slots', named(/@slot ([\w<>-]+)/g), 'styling.md'],
    ['events', named(/@fires \{\w+\} ([\w-]+)/g), 'widget.md'],
  ])('%s', (_, names, file) => {
    const text = read(`../../docs/${file}`);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('and every button has a part, which is among them', () => {
    const elements = new URL('../src/elements/', import.meta.url);
    // The overlay is for developers, and one part.
    const files = readdirSync(elements, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?<!\.test)\.ts$/.test(file) && !/^vr-(debug|log|ladder|connections|health)\b/.test(file),
    );
    const buttons = files.flatMap((file) =>
      [...readFileSync(new URL(file, elements), 'utf8').matchAll(/<button\b[^]*?<\/button/g)].map(([button]) => {
        const [, part = `none in ${file}`] = /\bpart="?([^\s">]+)/.exec(button) ?? [];
        return part;
      }),
    );
    const parts = new Set(named(/@csspart ([\w-]+)/g));
    expect(buttons.length).toBeGreaterThan(40);
    expect(buttons.filter((part) => !part.includes('${') && !parts.has(part))).toEqual([]);
  });

  it('and every part is marked in a picture, but for those that are said to be in none', () => {
    const marked = new Set(COLLAGES.flatMap(({ frames }) => frames.flatMap(({ parts = [] }) => parts)));
    const [, missing = ''] = /In none of them: (.*)\./.exec(read('../../docs/styling.md')) ?? [];
    const said = [...missing.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    const unmarked = new Set(named(/@csspart ([\w-]+)/g).filter((name) => !marked.has(name)));
    expect([...unmarked].sort()).toEqual(said.sort());
  });

  it('and every picture is shown', () => {
    const text = read('../../docs/styling.md');
    expect(COLLAGES.filter(({ file }) => !text.includes(`(images/styling-${file}.webp)`))).toEqual([]);
  });

  it('and every custom property counts in the small window, too, which has no corners of its own', () => {
    const promised = named(/@cssprop \[(--[\w-]+)/g).filter((name) => name !== '--vr-outer-radius');
    expect([...PROPERTIES].sort()).toEqual(promised.sort());
  });

  it.each(['properties', 'support', 'classroom', 'cinema'])('the look “%s”, word for word', (name) => {
    expect(read('../../docs/styling.md')).toContain(read(`../gallery/looks/${name}.css`));
  });
});
