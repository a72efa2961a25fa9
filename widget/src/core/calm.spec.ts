import { describe, expect, it } from '@jest/globals';
import { Calm } from './calm.js';

describe('calm', () => {
  it('is there until disturbed, and again once every step is over', async () => {
    const calm = new Calm();
    expect(calm.wait).toBeUndefined();
    calm.disturb('one');
    const waiting = calm.wait;
    calm.settle('one');
    calm.disturb('two');
    await Promise.resolve();
    expect(calm.wait).toBe(waiting);
    calm.settle('two');
    await waiting;
    expect(calm.wait).toBeUndefined();
  });

  it('comes back by itself', async () => {
    const calm = new Calm();
    calm.disturb('one');
    await calm.wait;
    expect(calm.wait).toBeUndefined();
  });
});
