import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QUIET_LOSS_MS, QuietLoss } from './quiet-loss.js';

describe('a lost connection', () => {
  let told: number;
  let loss: QuietLoss;
  beforeEach(() => {
    jest.useFakeTimers();
    told = 0;
    loss = new QuietLoss(() => (told += 1));
  });
  afterEach(() => {
    loss.found();
    jest.useRealTimers();
  });

  it('that is back at once is told to nobody', () => {
    loss.lost(0);
    jest.advanceTimersByTime(QUIET_LOSS_MS - 1);
    loss.found();
    jest.advanceTimersByTime(60_000);
    expect(told).toBe(0);
  });

  it('is told once, however often it is lost again meanwhile', () => {
    loss.lost(0);
    jest.advanceTimersByTime(QUIET_LOSS_MS / 2);
    loss.lost(0);
    jest.advanceTimersByTime(QUIET_LOSS_MS / 2);
    expect(told).toBe(1);
  });

  it('is told at once when it was silent for long before', () => {
    loss.lost(QUIET_LOSS_MS);
    expect(told).toBe(1);
  });
});
