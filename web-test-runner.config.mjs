/** Browser tests of the widget: *.test.ts beside the code, in Chromium. */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';

const root = fileURLToPath(new URL('.', import.meta.url));

const ALIASES = {
  '@video-room/protocol/relay-only': '/libs/protocol/src/relay-only.ts',
  '@video-room/protocol': '/libs/protocol/src/index.ts',
  '@video-room/log': '/libs/log/src/index.ts',
};

const CHROMIUMS = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The sources import each other as `.js`, as TypeScript wants it, and our libraries by alias. */
const sources = {
  name: 'sources',
  resolveImport({ source, context }) {
    if (source in ALIASES) return ALIASES[source];
    if (!/^\.\.?\/.*\.js$/.test(source) || context.path.startsWith('/node_modules/')) return undefined;
    const typescript = source.replace(/\.js$/, '.ts');
    return existsSync(resolve(root, `.${dirname(context.path)}`, typescript)) ? typescript : undefined;
  },
};

const suitesOf = (suite) => (suite ? [suite, ...suite.suites.flatMap(suitesOf)] : []);

/** Counts for whoever sums up all runners. A file that does not load counts as one failure. */
const countsTo = (file) => ({
  onTestRunFinished({ sessions }) {
    const tests = sessions.flatMap(({ testResults }) => suitesOf(testResults).flatMap(({ tests }) => tests));
    const broken = sessions.filter(({ passed, testResults }) => !passed && !testResults).length;
    const passed = tests.filter((test) => test.passed).length;
    const skipped = tests.filter((test) => test.skipped).length;
    const failed = tests.length - passed - skipped + broken;
    writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
  },
});

const reportFile = process.env.VIDEO_ROOM_WTR_REPORT;

export default {
  files: ['widget/src/**/*.test.ts'],
  rootDir: root,
  nodeResolve: { browser: true, exportConditions: ['browser'] },
  plugins: [sources, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}widget/tsconfig.json` })],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: CHROMIUMS.find((path) => path && existsSync(path)),
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          // Tests see what is left behind.
          '--js-flags=--expose-gc',
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          '--autoplay-policy=user-gesture-required',
        ],
      },
    }),
  ],
  reporters: [defaultReporter(), ...(reportFile ? [countsTo(reportFile)] : [])],
  // Pages at a time. Much of it is waiting, so two do well on two cores.
  concurrency: Math.max(2, Math.floor(availableParallelism() / 2)),
  testFramework: { config: { timeout: 40_000 } },
};
