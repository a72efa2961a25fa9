/** What the machine gives the process: space on the disk and sockets. */
import { readFile, statfs } from 'node:fs/promises';
import type { Check } from './examination.js';
import { finding } from './finding.js';
import type { FindingCode } from './finding-codes.js';

const MIB = 1024 * 1024;
const DISK_LOW_MIB = 512;
const DISK_FULL_MIB = 64;

/** As many people as one process is made for; one more for each place in a room that is larger. */
const SOCKETS_PLANNED = 1000;
/** Files, listeners and the sockets to other servers. */
const OTHER_DESCRIPTORS = 100;

/** Somebody who reloads has two sockets for a moment, and in the worst case all do at once. */
export const descriptorsNeeded = (roomCapacity: number): number =>
  2 * Math.max(SOCKETS_PLANNED, roomCapacity) + OTHER_DESCRIPTORS;

export const systemChecks = (roomCapacity: number): Check[] => [
  {
    id: 'disk',
    async run() {
      const { bavail, bsize } = await statfs('.');
      const freeMiB = Math.floor((bavail * bsize) / MIB);
      return [finding('disk', diskCode(freeMiB), { detail: { freeMiB } })];
    },
  },
  {
    id: 'descriptors',
    async run() {
      const limit = await softLimit();
      if (limit === undefined) return [finding('descriptors', 'descriptors-unknown')];
      const needed = descriptorsNeeded(roomCapacity);
      const detail = { limit, needed };
      return [finding('descriptors', limit < needed ? 'descriptors-few' : 'descriptors-ok', { detail })];
    },
  },
];

export function diskCode(freeMiB: number): FindingCode {
  if (freeMiB < DISK_FULL_MIB) return 'disk-full';
  return freeMiB < DISK_LOW_MIB ? 'disk-low' : 'disk-ok';
}

/** How many descriptors this process may have open. Undefined: unlimited, or only Linux would tell. */
async function softLimit(): Promise<number | undefined> {
  const text = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  const value = /^Max open files\s+(\d+)/m.exec(text)?.[1];
  return value === undefined ? undefined : Number(value);
}
