import { describe, expect, it } from '@jest/globals';
import { onCircle, placed, shortened } from './graph-places.js';

describe('places of a graph', () => {
  it.each([1, 2, 3, 4, 9, 24])('of %i people are apart and within the box', (count) => {
    const places = onCircle(count);
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
    for (const { x, y, labelX, labelY } of places) {
      for (const across of [x, labelX]) expect(across > 85 && across < 315).toBe(true);
      for (const down of [y, labelY]) expect(down > 10 && down < 230).toBe(true);
    }
  });

  it('begin at the top, names on the outer side', () => {
    const [top, right, bottom, left] = onCircle(4);
    expect(top).toMatchObject({ x: 200, anchor: 'middle' });
    expect(right).toMatchObject({ anchor: 'start' });
    expect(bottom!.labelY).toBeGreaterThan(bottom!.y);
    expect(left).toMatchObject({ anchor: 'end' });
    expect(left!.labelX).toBeLessThan(left!.x);
  });

  it('have their signs on different spots, though all ways cross in the middle', () => {
    const [one, other, third, fourth] = onCircle(4);
    expect(placed(one!, third!)).not.toEqual(placed(other!, fourth!));
  });

  it('shorten names that are long', () => {
    expect(shortened('Ann')).toBe('Ann');
    expect(shortened('Bartholomew Okoro')).toBe('Bartholom…');
  });
});
