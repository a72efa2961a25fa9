import { describe, expect, it } from '@jest/globals';
import { addressGroup } from './address-group.js';
import { RateLimiter } from './rate-limiter.js';
import { TokenBucket } from './token-bucket.js';

describe('the token bucket', () => {
  it('lets a burst through, then a steady rate, and says how long to wait', () => {
    const bucket = new TokenBucket(3, 2, 0);
    expect([0, 0, 0].map((now) => bucket.take(now))).toEqual([0, 0, 0]);
    expect(bucket.take(0)).toBe(500);
    expect(bucket.take(250)).toBe(250);
    expect(bucket.take(500)).toBe(0);
    expect(bucket.take(500)).toBe(500);
  });

  it('counts refusals until it was full again', () => {
    const bucket = new TokenBucket(2, 1, 0);
    for (let n = 0; n < 5; n += 1) bucket.take(0);
    expect(bucket.refusals).toBe(3);
    bucket.take(1000);
    expect(bucket.refusals).toBe(3);
    bucket.take(60_000);
    expect(bucket.refusals).toBe(0);
  });
});

describe('the rate limiter', () => {
  it('gives each name its own budget', () => {
    let now = 0;
    const limiter = new RateLimiter(2, { now: () => now });
    expect([limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([0, 0, 0]);
    expect(limiter.take('a')).toBe(30_000);
    now = 30_000;
    expect(limiter.take('a')).toBe(0);
  });

  it('gives the budget back over another time, if told so', () => {
    let now = 0;
    const limiter = new RateLimiter(10, { perMs: 10_000, now: () => now });
    for (let n = 0; n < 10; n += 1) expect(limiter.take('a')).toBe(0);
    expect(limiter.take('a')).toBe(1000);
    now = 10_000;
    for (let n = 0; n < 10; n += 1) expect(limiter.take('a')).toBe(0);
    expect(limiter.take('a')).toBe(1000);
  });

  it('forgets strangers before it grows without bound', () => {
    const limiter = new RateLimiter(1, { now: () => 0 });
    expect(limiter.take('first')).toBe(0);
    for (let n = 0; n < 20_000; n += 1) limiter.take(`stranger ${n}`);
    expect(limiter.take('stranger 19999')).toBeGreaterThan(0);
    expect(limiter.take('first')).toBe(0);
  });
});

describe('address groups', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('%s counts as %s', (address, group) => expect(addressGroup(address)).toBe(group));
});
