import { describe, expect, it } from '@jest/globals';
import { RebuildPace } from './rebuild-pace.js';

describe('making a connection anew', () => {
  it('is done at once, then ever less often, whatever asks for it', () => {
    const pace = RebuildPace.own();
    const seconds = [];
    for (let second = 0; second < 300; second += 1) if (pace.take(second * 1000)) seconds.push(second);
    expect(seconds).toEqual([0, 10, 30, 70, 130, 190, 250]);
  });

  it('begins anew after a long time without', () => {
    const pace = RebuildPace.own();
    pace.take(0);
    pace.take(10_000);
    expect(pace.take(200_000)).toBe(true);
    expect(pace.take(209_999)).toBe(false);
    expect(pace.take(210_000)).toBe(true);
  });

  it('follows the other end as often as an honest one asks, and not as often as it likes', () => {
    const pace = RebuildPace.following();
    const times = [0, 1, 2, 10, 30, 70, 71, 74, 75, 76];
    expect(times.filter((second) => pace.take(second * 1000))).toEqual([0, 10, 30, 70, 75]);
  });
});
