import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

/** Who may import whom. Each part lists what it must not see; the reason is the house plan in ARCHITECTURE.md. */
const forbid = (files, ...group) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group, message: 'See ARCHITECTURE.md, who may import whom.' }] },
    ],
  },
});

const OURS = '@video-room/*';
const UPPER_LIBS = ['@video-room/rooms', '@video-room/calls', '@video-room/chat', '@video-room/timeline'];
const MIDDLE_LIBS = [
  '@video-room/state',
  '@video-room/auth',
  '@video-room/ice',
  '@video-room/turn-check',
  ...UPPER_LIBS,
];
const ABOVE_LIBS = ['**/src/**', '**/apps/**', '**/widget/**', 'socket.io', '@nestjs/*'];
const SERVER_ONLY = ['**/libs/**', '@video-room/protocol/schemas', ...MIDDLE_LIBS, 'zod', '**/apps/**'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', 'screenshots/', 'test-results/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  // They import the built package, which need not be there; `npm test` checks their types.
  { files: ['widget/samples/**'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Nest reads constructor types at run time, so these must stay value imports.
    files: ['apps/server/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
  {
    files: ['apps/server/site/**/*.js', 'apps/server/src/site/**/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        location: 'readonly',
        fetch: 'readonly',
        customElements: 'readonly',
        crypto: 'readonly',
        URLSearchParams: 'readonly',
        sessionStorage: 'readonly',
        localStorage: 'readonly',
        navigator: 'readonly',
        history: 'readonly',
        FormData: 'readonly',
      },
    },
  },
  { files: ['widget/src/**/*.ts'], ...lit['flat/recommended'] },
  { files: ['bench/**', 'e2e/**', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    // Playwright reads from the pattern what a fixture depends on, and requires one where that is nothing.
    files: ['e2e/rig/test.ts', 'e2e/rig/wire-scene.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    // The assertions of the browser tests are typed as promises because a few of them are.
    files: ['widget/src/**/*.test.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  forbid(['libs/protocol/**/*.ts', 'libs/log/**/*.ts'], ...ABOVE_LIBS, OURS),
  forbid(
    ['libs/state/**/*.ts', 'libs/auth/**/*.ts', 'libs/ice/**/*.ts', 'libs/turn-check/**/*.ts'],
    ...ABOVE_LIBS,
    ...MIDDLE_LIBS,
  ),
  forbid(['libs/rooms/**/*.ts'], ...ABOVE_LIBS, ...UPPER_LIBS.filter((lib) => !lib.endsWith('/rooms'))),
  forbid(['libs/calls/**/*.ts'], ...ABOVE_LIBS, ...UPPER_LIBS.filter((lib) => !lib.endsWith('/calls'))),
  forbid(['libs/chat/**/*.ts'], ...ABOVE_LIBS, ...UPPER_LIBS.filter((lib) => !lib.endsWith('/chat'))),
  forbid(['libs/timeline/**/*.ts'], ...ABOVE_LIBS, ...UPPER_LIBS.filter((lib) => !lib.endsWith('/timeline'))),
  forbid(['widget/src/**/*.ts'], ...SERVER_ONLY),
  forbid(
    ['widget/src/core/**/*.ts'],
    ...SERVER_ONLY,
    'lit',
    'lit/*',
    '**/elements/**',
    '**/controllers/**',
    '**/events/**',
    '**/text/**',
  ),
  forbid(['widget/src/controllers/**/*.ts'], ...SERVER_ONLY, '**/elements/**'),
);
