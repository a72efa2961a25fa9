/** Fails the build if the built module cannot be imported where there is no DOM, as servers that render pages do. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';

const run = promisify(execFile);

const CHECK = `
  try {
    const { VideoRoomElement } = await import(process.argv[1]);
    if (typeof VideoRoomElement !== 'function') throw new Error('VideoRoomElement is not exported');
    if (globalThis.customElements || globalThis.document || globalThis.HTMLElement) throw new Error('Globals were added');
  } catch (error) {
    process.stdout.write(String(error));
  }
`;

export function importsInNode(fileName: string): Plugin {
  let folder = '';
  return {
    name: 'imports-in-node',
    writeBundle: ({ dir }) => void (folder = dir ?? ''),
    async closeBundle() {
      const url = pathToFileURL(resolve(folder, fileName)).href;
      const { stdout: complaint } = await run(process.execPath, ['--input-type=module', '--eval', CHECK, url]);
      if (complaint) this.error(`The module cannot be imported in Node: ${complaint}`);
    },
  };
}
