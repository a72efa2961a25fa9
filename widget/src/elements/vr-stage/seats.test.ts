import { expect } from '@open-wc/testing';
import { seat } from './seats.js';

describe('seat', () => {
  it('keeps everybody in place when somebody leaves', () => {
    expect(seat(['own', 'a', 'b', 'c'], ['a', 'c', 'own'])).to.deep.equal(['own', 'a', '', 'c']);
  });

  it('gives a newcomer the first free place, or a new one', () => {
    expect(seat(['own', '', 'c'], ['c', 'd', 'e', 'own'])).to.deep.equal(['own', 'd', 'c', 'e']);
  });
});
