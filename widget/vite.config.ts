/** Builds the widget: one ES module with lit and socket.io-client inside, lazy chunks beside it, and its types. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import dts from 'vite-plugin-dts';
import { elementsManifest } from './build/elements-manifest.js';
import { firstLoad } from './build/first-load.js';
import { importsInNode } from './build/imports-in-node.js';
import { jsonOnly } from './build/json-only.js';
import { licenses } from './build/licenses.js';
import { litWithoutDom } from './build/lit-without-dom.js';
import { minify } from './build/minify.js';
import { npmPackage, readWidgetPackage } from './build/npm-package.js';
import { sizes } from './build/sizes.js';
import { typesEntry } from './build/types-entry.js';
import { websocketOnly } from './build/websocket-only.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const widgetPackage = readWidgetPackage(root);
const ENTRY = at('widget/src/index.ts');

export default defineConfig({
  root: at('widget'),
  resolve: {
    alias: {
      '@video-room/protocol/relay-only': at('libs/protocol/src/relay-only.ts'),
      '@video-room/protocol': at('libs/protocol/src/index.ts'),
      '@video-room/log': at('libs/log/src/index.ts'),
    },
  },
  define: { VIDEO_ROOM_VERSION: JSON.stringify(widgetPackage.version) },
  build: {
    outDir: at('dist/widget'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    lib: { entry: ENTRY, formats: ['es'], fileName: () => 'video-room.js' },
    rolldownOptions: {
      // The types take their time; nobody needs to be told at every build.
      checks: { pluginTimings: false },
      // Chunks may import what they share from the entry, so that the first load stays one file.
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [firstLoad(ENTRY, 'video-room')] },
        // What is loaded first names all of them; six characters are 36 bits.
        chunkFileNames: 'chunks/[name]-[hash:6].js',
        // Said in full, because for libraries Vite leaves the white space in.
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true, legalComments: 'none' } },
      },
    },
  },
  plugins: [
    litWithoutDom(),
    websocketOnly(),
    jsonOnly(),
    minify('/*! Video Room, MIT. Licences of what is inside: licenses.txt */'),
    licenses(at('node_modules')),
    sizes(root),
    typesEntry(),
    npmPackage(root, widgetPackage),
    elementsManifest(root, widgetPackage),
    importsInNode('video-room.js'),
    dts({
      tsconfigPath: at('widget/tsconfig.json'),
      entryRoot: root,
      outDirs: at('dist/widget/types'),
      include: ['src', '../libs/protocol/src', '../libs/log/src'],
      exclude: ['**/*.spec.ts', '**/*.test.ts'],
    }),
  ],
});
