/**
 * Lets the built module be imported where there is no DOM (SSR), without Lit's own way, which puts a registry of custom
 * elements into the global scope. Lit's browser files touch the DOM in two places while they load; both get a stand-in
 * that is never used.
 */
import type { Plugin } from 'vite';

const REPLACEMENTS: readonly { file: RegExp; from: RegExp; to: string }[] = [
  {
    file: /@lit\/reactive-element\/reactive-element\.js$/,
    from: /\bextends HTMLElement\b/,
    to: 'extends(globalThis.HTMLElement??class{})',
  },
  { file: /lit-html\/lit-html\.js$/, from: /=document\b/, to: '=globalThis.document??{createTreeWalker(){}}' },
];

export function litWithoutDom(): Plugin {
  return {
    name: 'lit-without-dom',
    transform(code, id) {
      const replacement = REPLACEMENTS.find(({ file }) => file.test(id.split('?')[0] ?? ''));
      if (!replacement) return undefined;
      // A release of Lit that loads in another way must not pass unnoticed.
      if (!replacement.from.test(code)) this.error(`${id} no longer has ${replacement.from}`);
      return { code: code.replace(replacement.from, replacement.to), map: null };
    },
  };
}
