/** Jest for everything that runs in Node. Nest is ESM, hence `node --experimental-vm-modules`. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.json', import.meta.url), 'utf8'));
const aliases = Object.entries(compilerOptions.paths).map(([alias, [file]]) => [
  `^${alias}$`,
  file.replace(/^\./, '<rootDir>'),
]);

export default {
  testEnvironment: 'node',
  testTimeout: 20_000,
  // Much of it is waiting, so two do well on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // What files leave behind in a worker makes those after them slower.
  workerIdleMemoryLimit: '400MB',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  testMatch: [
    '<rootDir>/libs/**/*.spec.ts',
    '<rootDir>/apps/**/*.spec.ts',
    '<rootDir>/widget/src/**/*.spec.ts',
    '<rootDir>/widget/build/**/*.spec.ts',
    '<rootDir>/scripts/**/*.spec.ts',
    '<rootDir>/deploy/**/*.spec.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { ...Object.fromEntries(aliases), '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
