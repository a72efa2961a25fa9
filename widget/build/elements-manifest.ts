/** Writes custom-elements.json, which editors and documentation read, from the tags on the element's class. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const run = promisify(execFile);

export function elementsManifest(root: string): Plugin {
  return {
    name: 'elements-manifest',
    async closeBundle() {
      const cli = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
      const config = 'widget/custom-elements-manifest.config.mjs';
      await run(process.execPath, [cli, 'analyze', '--config', config, '--quiet'], { cwd: root });
    },
  };
}
