import { describe, expect, it } from '@jest/globals';
import { pathOf, type Stat } from './report.js';

const pair = (id: string, more: Stat = {}): [string, Stat] => [
  id,
  { id, type: 'candidate-pair', state: 'succeeded', nominated: true, ...more },
];

describe('the pair of addresses in use', () => {
  it('is the one that the transport names', () => {
    const transport: [string, Stat] = ['T', { type: 'transport', selectedCandidatePairId: 'second' }];
    expect(pathOf(new Map([transport, pair('first'), pair('second')]))?.['id']).toBe('second');
  });

  it('is, without a transport, the one that is selected of those that were nominated, else the first', () => {
    expect(pathOf(new Map([pair('before'), pair('now', { selected: true })]))?.['id']).toBe('now');
    expect(pathOf(new Map([pair('other', { nominated: false }), pair('first'), pair('second')]))?.['id']).toBe('first');
  });

  it('is none before one was found', () => {
    expect(pathOf(new Map([pair('P', { state: 'in-progress' })]))).toBeUndefined();
  });
});
