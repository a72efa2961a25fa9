import { describe, expect, it } from '@jest/globals';
import { LONG_TEXTS_KEPT, LongTexts } from './long-texts.js';

const text = (length: number) => 'x'.repeat(length);

describe('long texts of the log', () => {
  it('are kept while they are among the newest; of others stays how long they were', () => {
    const texts = new LongTexts();
    const half = LONG_TEXTS_KEPT / 2;
    const details = [1, 2, 3].map((seq) => texts.keep({ seq, sdp: text(half) }));
    expect(details).toEqual([
      { seq: 1, sdpLength: half },
      { seq: 2, sdp: text(half) },
      { seq: 3, sdp: text(half) },
    ]);
  });

  it('never take more than their share, whatever comes', () => {
    const texts = new LongTexts();
    const details = Array.from({ length: 1_000 }, () => texts.keep({ sdp: text(30_000), candidate: text(4_000) }));
    expect(JSON.stringify(details).length).toBeLessThan(LONG_TEXTS_KEPT + 100_000);
    expect(details.at(-1)).toHaveProperty('sdp');
    expect(texts.keep({ sdp: text(LONG_TEXTS_KEPT + 1) })).toEqual({ sdpLength: LONG_TEXTS_KEPT + 1 });
  });

  it('do not count short ones, however many', () => {
    const texts = new LongTexts();
    const short = Array.from({ length: 10_000 }, () => texts.keep({ candidate: text(499) }));
    expect(short.every((detail) => 'candidate' in detail)).toBe(true);
  });
});
