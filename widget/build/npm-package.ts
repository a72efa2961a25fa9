/**
 * Makes the widget's folder an npm package of its own, so that a page that bundles the element does not install the
 * server. What it exports stands in the project's package.json, once.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the project's package.json says the files of the package are. */
const FOLDER = './dist/widget/';

export interface WidgetPackage {
  name: string;
  version: string;
  [field: string]: unknown;
}

export function readWidgetPackage(root: string): WidgetPackage {
  const project = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8').replaceAll(FOLDER, './'),
  ) as WidgetPackage & { dependencies: Record<string, string> };
  const { name, version, license, type, customElements, exports, peerDependencies, peerDependenciesMeta } = project;
  return {
    name,
    version,
    description: 'Video calls as an HTML tag: the <video-room> custom element',
    license,
    type,
    exports,
    customElements,
    'web-types': project['web-types'],
    // The element's class is typed by Lit's; its code is in the module already.
    dependencies: { lit: `^${project.dependencies['lit']}` },
    peerDependencies,
    peerDependenciesMeta,
  };
}

export function npmPackage(root: string, widgetPackage: WidgetPackage): Plugin {
  return {
    name: 'npm-package',
    generateBundle() {
      const texts = {
        'package.json': `${JSON.stringify(widgetPackage, undefined, 2)}\n`,
        'README.md': readFileSync(join(root, 'docs/widget.md'), 'utf8'),
        LICENSE: readFileSync(join(root, 'LICENSE'), 'utf8'),
      };
      for (const [fileName, source] of Object.entries(texts)) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
