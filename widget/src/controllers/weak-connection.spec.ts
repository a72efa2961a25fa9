import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WeakConnection } from './weak-connection.js';

describe('saying that the connection is weak', () => {
  let weak: WeakConnection;
  let told: boolean[];
  let nowMs: number;

  beforeEach(() => {
    jest.useFakeTimers();
    nowMs = 0;
    told = [];
    weak = new WeakConnection(
      () => told.push(weak.shown),
      () => nowMs,
    );
  });

  afterEach(() => {
    weak.follow(false);
    jest.useRealTimers();
  });

  function pass(ms: number) {
    nowMs += ms;
    jest.advanceTimersByTime(ms);
  }

  it('is done once it lasts, and no more when it is better', () => {
    weak.follow(true);
    pass(3_000);
    weak.follow(true);
    pass(2_000);
    expect(told).toEqual([true]);
    weak.follow(false);
    expect(told).toEqual([true, false]);
  });

  it('is not done for a passing moment', () => {
    weak.follow(true);
    pass(4_000);
    weak.follow(false);
    pass(60_000);
    expect(told).toEqual([]);
  });

  it('is not done again right after it was put away', () => {
    weak.follow(true);
    pass(5_000);
    weak.dismiss();
    pass(600_000);
    expect(told).toEqual([true, false]);
    weak.follow(false);
    weak.follow(true);
    pass(5_000);
    expect(told).toEqual([true, false, true]);
    weak.dismiss();
    weak.follow(false);
    weak.follow(true);
    pass(299_000);
    expect(told).toHaveLength(4);
    pass(1_000);
    expect(told).toHaveLength(5);
  });
});
