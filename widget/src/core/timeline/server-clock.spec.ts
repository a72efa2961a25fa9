import { describe, expect, it } from '@jest/globals';
import { offsetIn, ServerClock, type ClockSample } from './server-clock.js';

/** A server that is ahead by so much, on ways there and back of so many milliseconds. */
const sample = (aheadMs: number, there: number, back: number, sentAtMs = 1_000): ClockSample => ({
  sentAtMs,
  receivedAtMs: sentAtMs + there + back,
  serverMs: sentAtMs + there + aheadMs,
});

describe('the estimate of a clock', () => {
  it('is exact where both ways take equally long', () => {
    expect(offsetIn([sample(5_000, 20, 20)])).toBe(5_000);
    expect(offsetIn([sample(-7, 3, 3)])).toBe(-7);
  });

  it('takes the fastest, and is never off by more than half of its time', () => {
    const samples = [sample(300, 90, 10), sample(300, 9, 3), sample(300, 0, 80)];
    expect(offsetIn(samples)).toBe(303);
    for (const one of samples)
      expect(Math.abs((offsetIn([one]) ?? 0) - 300)).toBeLessThanOrEqual((one.receivedAtMs - one.sentAtMs) / 2);
  });

  it('passes over answers that came before they were asked for: the clock was set', () => {
    expect(offsetIn([sample(1, 5, -500), sample(1, 4, 4)])).toBe(1);
    expect(offsetIn([sample(1, 5, -500)])).toBeUndefined();
    expect(offsetIn([])).toBeUndefined();
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
    expect(clock.offsetMs).toBeUndefined();
    await clock.measure();
    expect(clock.offsetMs).toBe(1_000);
    expect(asked).toBe(5);
    // A new round counts alone: clocks drift.
    await clock.measure();
    expect(clock.offsetMs).toBe(2_000);
    isThere = false;
    await clock.measure();
    expect(clock.offsetMs).toBe(2_000);
    expect(asked).toBe(11);
  });
});
