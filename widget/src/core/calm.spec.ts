import { describe, expect, it } from '@jest/globals';
import { Calm } from './calm.js';

describe('calm', () => {
  it('is there until disturbed, and again once settled', async () => {
    const calm = new Calm();
    expect(calm.wait).toBeUndefined();
    calm.disturb();
    const waiting = calm.wait;
    calm.disturb();
    expect(calm.wait).toBe(waiting);
    calm.settle();
    await waiting;
    expect(calm.wait).toBeUndefined();
  });

  it('comes back by itself', async () => {
    const calm = new Calm();
    calm.disturb();
    await calm.wait;
    expect(calm.wait).toBeUndefined();
  });
});
