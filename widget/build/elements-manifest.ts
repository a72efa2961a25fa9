/**
 * Writes custom-elements.json from the tags on the element's class, and from it all that frameworks and editors read, so
 * that none of it is written by hand.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { cssCustomData, htmlCustomData } from './editors/vscode.js';
import { webTypes } from './editors/web-types.js';
import { reactModule, reactTypes } from './frameworks/react.js';
import { svelteTypes } from './frameworks/svelte.js';
import { vueTypes } from './frameworks/vue.js';
import type { WidgetPackage } from './npm-package.js';
import { publicElement, publishedManifest, type Manifest, type PublicElement } from './public-element.js';

const run = promisify(execFile);

const ENTRY = 'video-room.js';

/** Where the framework needs no code, its module is the element's, so that one import brings tag and types. */
const ELEMENT_ONLY = `import './${ENTRY}';\n`;

function filesOf(element: PublicElement, widgetPackage: WidgetPackage): Record<string, string | object> {
  return {
    'custom-elements.json': publishedManifest(element, ENTRY),
    'react.js': reactModule(element),
    'react.d.ts': reactTypes(element),
    'vue.js': ELEMENT_ONLY,
    'vue.d.ts': vueTypes(element),
    'svelte.js': ELEMENT_ONLY,
    'svelte.d.ts': svelteTypes(element),
    'vscode.html-custom-data.json': htmlCustomData(element),
    'vscode.css-custom-data.json': cssCustomData(element),
    'web-types.json': webTypes(element, widgetPackage),
  };
}

export function elementsManifest(root: string, widgetPackage: WidgetPackage): Plugin {
  let folder = '';
  return {
    name: 'elements-manifest',
    configResolved: ({ build }) => void (folder = build.outDir),
    async closeBundle() {
      const cli = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
      const config = 'widget/custom-elements-manifest.config.mjs';
      await run(process.execPath, [cli, 'analyze', '--config', config, '--quiet'], { cwd: root });
      const manifest = JSON.parse(await readFile(join(folder, 'custom-elements.json'), 'utf8')) as Manifest;
      for (const [name, content] of Object.entries(filesOf(publicElement(manifest), widgetPackage))) {
        const text = typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`;
        await writeFile(join(folder, name), text);
      }
    },
  };
}
