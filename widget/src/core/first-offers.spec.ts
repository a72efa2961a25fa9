import { describe, expect, it } from '@jest/globals';
import type { LinkRecord } from '@video-room/protocol';
import { FirstOffers } from './first-offers.js';

const link = (id: string, polite: boolean): LinkRecord => ({ id, peer: `peer of ${id}`, polite, state: 'open' });

describe('first offers', () => {
  it('are owed over every link whose other end waits for them', () => {
    const offers = new FirstOffers();
    offers.expect([link('a', false), link('b', true), link('c', false)]);
    expect(offers.pending).toBe(true);
    expect(offers.made('b')).toBe(false);
    expect(offers.made('a')).toBe(false);
    expect(offers.made('c')).toBe(true);
    expect(offers.made('c')).toBe(false);
    expect(offers.pending).toBe(false);
  });
});
