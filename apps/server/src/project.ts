/** Where this project lies on the disk, and which version it is. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nest-cli.json')) && existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('the project folder was not found');
  }
}

export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

export const VERSION = (JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { version: string })
  .version;

/** What the widget's build writes and `/video-room.js` is served from. */
export const WIDGET_FOLDER = join(PROJECT_ROOT, 'dist', 'widget');
/** The demo pages. */
export const SITE_FOLDER = join(PROJECT_ROOT, 'apps', 'server', 'site');
/** What the server makes for itself and keeps over restarts. */
export const DATA_FOLDER = join(PROJECT_ROOT, '.data');
