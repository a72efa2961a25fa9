import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const SERVER_ENTRY = path.join(ROOT, 'dist/server/apps/server/src/main.js');
export const CLIPS = path.join(ROOT, 'test-results/clips');
