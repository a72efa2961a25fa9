import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newParticipantId } from './participant-id.js';

describe('participant ids', () => {
  it('are 26 characters and all different', () => {
    const ids = Array.from({ length: 1000 }, () => newParticipantId(1_700_000_000_000));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('sort as the times do', () => {
    const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(time, time, (one, other) => {
        fc.pre(one !== other);
        return newParticipantId(one) < newParticipantId(other) === one < other;
      }),
    );
  });

  it('keep every random bit', () => {
    const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(random, random, (one, other) => {
        const isSame = Buffer.from(one).equals(Buffer.from(other));
        return (newParticipantId(1, one) === newParticipantId(1, other)) === isSame;
      }),
    );
  });
});
