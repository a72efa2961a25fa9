/**
 * Participant ids: 48 bits of time, then 80 random bits, as 26 characters that sort as the times do (Crockford's
 * base 32 in lower case). Sorting makes the newcomer of a pair known to both ends; the random bits make ids unguessable.
 */
import { randomFillSync } from 'node:crypto';
import type { ParticipantId } from '@video-room/protocol';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

const RANDOM_BYTES = 10;
/** Drawn for many ids at a time: asking the system for a few bytes costs as much as asking for many. */
const pool = new Uint8Array(RANDOM_BYTES * 100);
let used = pool.length;

function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.subarray(used, (used += RANDOM_BYTES));
}

export function newParticipantId(now: number, random: Uint8Array = nextRandom()): ParticipantId {
  let id = '';
  for (let rest = now, place = 0; place < 10; place += 1) {
    id = DIGITS[rest % 32] + id;
    rest = Math.floor(rest / 32);
  }
  let bits = 0;
  let count = 0;
  for (const byte of random) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (count += 8; count >= 5; count -= 5) id += DIGITS[(bits >> (count - 5)) & 31];
  }
  return id;
}
