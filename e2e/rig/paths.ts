import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the project. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The built server, from the project's folder. */
export const SERVER_ENTRY = 'dist/server/apps/server/src/main.js';
export const CLIPS = path.join(ROOT, 'test-results/clips');
