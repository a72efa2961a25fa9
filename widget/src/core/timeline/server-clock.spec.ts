import { describe, expect, it } from '@jest/globals';
import { estimateOf, ServerClock, type ClockSample } from './server-clock.js';

/** A server that is ahead by so much, on ways there and back of so many milliseconds. */
const sample = (aheadMs: number, there: number, back: number, sentAtMs = 1_000): ClockSample => ({
  sentAtMs,
  receivedAtMs: sentAtMs + there + back,
  serverMs: sentAtMs + there + aheadMs,
});

describe('the estimate of a clock', () => {
  it('is exact where both ways take equally long', () => {
    expect(estimateOf([sample(5_000, 20, 20)])).toEqual({ offsetMs: 5_000, uncertaintyMs: 20 });
    expect(estimateOf([sample(-7, 3, 3)])).toEqual({ offsetMs: -7, uncertaintyMs: 3 });
  });

  it('takes the fastest, and is never off by more than it says', () => {
    const samples = [sample(300, 90, 10), sample(300, 9, 3), sample(300, 0, 80)];
    expect(estimateOf(samples)).toEqual({ offsetMs: 303, uncertaintyMs: 6 });
    for (const one of samples) {
      const { offsetMs = 0, uncertaintyMs = 0 } = estimateOf([one]) ?? {};
      expect(Math.abs(offsetMs - 300)).toBeLessThanOrEqual(uncertaintyMs);
    }
  });

  it('passes over answers that came before they were asked for: the clock was set', () => {
    expect(estimateOf([sample(1, 5, -500), sample(1, 4, 4)])).toEqual({ offsetMs: 1, uncertaintyMs: 4 });
    expect(estimateOf([sample(1, 5, -500)])).toBeUndefined();
    expect(estimateOf([])).toBeUndefined();
  });
});

describe('a clock', () => {
  it('asks several times, and keeps what it knew when nothing comes of it', async () => {
    let now = 0;
    let asked = 0;
    let isThere = true;
    const tripsMs = [40, 10, 30, 50, 20, 8, 8, 8, 8, 8];
    const clock = new ServerClock({
      ask: () => {
        const tripMs = tripsMs[asked] ?? 0;
        asked += 1;
        now += tripMs / 2;
        const answer = isThere ? now + (asked > 5 ? 2_000 : 1_000) : undefined;
        now += tripMs / 2;
        return Promise.resolve(answer);
      },
      now: () => now,
    });
    expect(clock.estimate).toBeUndefined();
    await clock.measure();
    expect(clock.estimate).toEqual({ offsetMs: 1_000, uncertaintyMs: 5 });
    expect(asked).toBe(5);
    // A new round counts alone: clocks drift.
    await clock.measure();
    expect(clock.estimate).toEqual({ offsetMs: 2_000, uncertaintyMs: 4 });
    isThere = false;
    await clock.measure();
    expect(clock.estimate).toEqual({ offsetMs: 2_000, uncertaintyMs: 4 });
    expect(asked).toBe(11);
  });
});
