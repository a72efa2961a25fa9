/** Writes which module has how much code in which chunk, for `npm run size`. Not among the files that are served. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Writes widget-sizes.json beside the output folder. */
export function sizes(root: string): Plugin {
  return {
    name: 'sizes',
    writeBundle({ dir = '.' }, bundle) {
      const chunks = Object.values(bundle).flatMap((output) => {
        if (output.type !== 'chunk') return [];
        const modules = Object.entries(output.modules).map(([id, { code }]) => ({ id: relative(root, id), code }));
        return { file: output.fileName, imports: output.imports, modules };
      });
      writeFileSync(join(dir, '../widget-sizes.json'), JSON.stringify(chunks));
    },
  };
}
