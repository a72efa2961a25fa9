import { describe, expect, it } from '@jest/globals';
import { ClosedLinks } from './link-past.js';

describe('links that are closed', () => {
  it('go on counting where they were', () => {
    const closed = new ClosedLinks();
    closed.keep('link', { connection: 1, seq: 7 });
    closed.keep('link', { connection: 2, seq: 19, seen: { camera: [1, 1], screen: [0, 0] } });
    expect(closed.of('link')).toEqual({ connection: 2, seq: 19 });
    expect(closed.of('other')).toBe(undefined);
  });

  it('are not remembered without end', () => {
    const closed = new ClosedLinks();
    for (let n = 0; n < 1000; n += 1) closed.keep(`link ${n}`, { connection: 1, seq: n });
    expect(closed.of('link 0')).toBe(undefined);
    expect(closed.of('link 999')).toEqual({ connection: 1, seq: 999 });
  });
});
