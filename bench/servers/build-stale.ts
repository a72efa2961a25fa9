/** Builds what is newer than its last build, as `npm start` does. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export function buildStale(): void {
  const script = path.resolve(import.meta.dirname, '../../scripts/build.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}
