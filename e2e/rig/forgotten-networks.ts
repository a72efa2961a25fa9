/** What is left of the networks of tests that were killed, found by their names, which hold the number of their process. */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../scripts/networks.mjs';

const NAMES = /^video-room-(\d+)-\d+$/;
const NAMESPACES = '/run/netns';

/** Where a network has its files. */
export const folderOf = (network: string): string => path.join(tmpdir(), network);

/** A wire goes with the namespace that one of its ends is in. */
export function removeForgotten(): void {
  for (const name of forgottenIn(NAMESPACES)) removeIfThere('netns', name);
  for (const name of forgottenIn(tmpdir())) rmSync(folderOf(name), { recursive: true, force: true });
}

export function removeIfThere(kind: 'link' | 'netns', name: string): void {
  try {
    runCommand(['ip', kind, 'del', name]);
  } catch {
    // It was never made, or somebody else has removed it.
  }
}

function forgottenIn(folder: string): string[] {
  return entriesOf(folder).filter((name) => {
    const owner = Number(NAMES.exec(name)?.[1]);
    return owner > 0 && !isAlive(owner);
  });
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
