import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quickThenSteady } from './reconnect-policy.js';

describe('the reconnect policy', () => {
  it('never waits longer than 3 s, so a call is back soon after the network', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.9999, noNaN: true }), (attempt, random) => {
        const delayMs = quickThenSteady.delayMs(attempt, random);
        expect(delayMs).toBeGreaterThan(0);
        expect(delayMs).toBeLessThanOrEqual(3000);
      }),
    );
  });

  it('does not wait again for what was waited for, but never tries without a pause', () => {
    expect(quickThenSteady.delayMs(4, 0.5, 1_500)).toBe(500);
    expect(quickThenSteady.delayMs(4, 0, 60_000)).toBe(50);
  });

  it('gives up a try that a dead network swallowed, and gives a slow one its time now and then', () => {
    const timeouts = [0, 1, 2, 3, 4, 5, 6, 7].map((attempt) => quickThenSteady.timeoutMs(attempt));
    expect(timeouts).toEqual([3000, 3000, 8000, 12000, 3000, 3000, 8000, 12000]);
  });

  it('spreads clients over the length of a step', () => {
    expect(quickThenSteady.delayMs(4, 0.999) - quickThenSteady.delayMs(4, 0)).toBeGreaterThan(1990);
  });

  it('tries four times within five seconds even at the slowest', () => {
    const total = [0, 1, 2, 3].reduce((sum, attempt) => sum + quickThenSteady.delayMs(attempt, 0.999), 0);
    expect(total).toBeLessThan(5000);
  });
});
