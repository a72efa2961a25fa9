/** `npm run doctor` without building first, in a folder where no `.env` lies. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from '../src/project.js';

export interface DoctorRun {
  code: number | null;
  /** Standard output. */
  said: string;
  /** Standard error. */
  complained: string;
  /** Names of what lies in its working directory afterwards. */
  left: string[];
}

const TSX = pathToFileURL(createRequire(join(PROJECT_ROOT, 'package.json')).resolve('tsx')).href;

/** @param environment all it gets, besides where programs are. */
export function runDoctor(environment: Record<string, string>, ...flags: string[]): Promise<DoctorRun> {
  const folder = mkdtempSync(join(tmpdir(), 'video-room-doctor-'));
  const entry = join(PROJECT_ROOT, 'apps/server/src/doctor.ts');
  const child = spawn(process.execPath, ['--import', TSX, entry, ...flags], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: join(PROJECT_ROOT, 'tsconfig.json'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const left = readdirSync(folder);
      rmSync(folder, { recursive: true, force: true });
      resolve({ code, said, complained, left });
    });
  });
}
