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

  it('is, without a transport, the one that is selected of those that were nominated', () => {
    expect(pathOf(new Map([pair('before', { selected: false }), pair('now', { selected: true })]))?.['id']).toBe('now');
  });

  it('is none before one was found', () => {
    expect(pathOf(new Map([pair('P', { selected: false })]))).toBeUndefined();
  });
});
