/** Writes types/index.d.ts, which package.json names, whatever folders the declarations are in. */
import type { Plugin } from 'vite';

export function typesEntry(): Plugin {
  return {
    name: 'types-entry',
    generateBundle() {
      const source = `export * from './widget/src/index.js';\n`;
      this.emitFile({ type: 'asset', fileName: 'types/index.d.ts', source });
    },
  };
}
