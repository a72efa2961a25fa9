import { describe, expect, it } from '@jest/globals';
import { visible } from './visible.js';

describe('text that is shown as it is', () => {
  it.each([
    ['\u0000a\u0008', '\\u{0}a\\u{8}'],
    ['\u009cx', '\\u{9c}x'],
    ['ann\u202egpj', 'ann\\u{202e}gpj'],
    ['\u2066\u200f\u2028', '\\u{2066}\\u{200f}\\u{2028}'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
  ])('has nothing that is not seen: %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(['Ann', 'líne\none\ttwo', '👩\u200d👧', 'שלום', 'مرحبا'])('is else as it was: %j', (text) => {
    expect(visible(text)).toBe(text);
  });
});
