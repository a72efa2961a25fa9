import { describe, expect, it } from '@jest/globals';
import { MOST_RELIEF } from './encodings.js';
import { Strain } from './strain.js';

function look(strain: Strain, strained: boolean, times: number): number {
  for (let time = 0; time < times; time += 1) strain.look(strained);
  return strain.relief;
}

describe('a computer that cannot keep up', () => {
  it('is believed after some looks, and relieved step by step to a least', () => {
    const strain = new Strain();
    expect(look(strain, true, 2)).toBe(0);
    strain.look(false);
    expect(look(strain, true, 2)).toBe(0);
    expect(look(strain, true, 1)).toBe(1);
    expect(look(strain, true, 100)).toBe(MOST_RELIEF);
  });

  it('gets its work back slowly, and more slowly after it was too early', () => {
    const strain = new Strain();
    look(strain, true, 3);
    expect(look(strain, false, 14)).toBe(1);
    expect(look(strain, false, 1)).toBe(0);
    expect(look(strain, true, 3)).toBe(1);
    expect(look(strain, false, 29)).toBe(1);
    expect(look(strain, false, 1)).toBe(0);
  });
});
