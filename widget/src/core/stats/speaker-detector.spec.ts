import { describe, expect, it } from '@jest/globals';
import { SpeakerDetector } from './speaker-detector.js';

describe('who speaks', () => {
  it('starts at a clear level and not at noise', () => {
    const detector = new SpeakerDetector();
    expect([
      ...detector.update(
        new Map([
          ['a', 0.2],
          ['b', 0.003],
        ]),
        0,
      ),
    ]).toEqual(['a']);
  });

  it('bridges the gaps between words and ends after a pause', () => {
    const detector = new SpeakerDetector();
    detector.update(new Map([['a', 0.2]]), 0);
    expect(detector.update(new Map([['a', 0]]), 500).has('a')).toBe(true);
    expect(detector.update(new Map([['a', 0]]), 1500).has('a')).toBe(false);
  });

  it('forgets who is no longer heard at all', () => {
    const detector = new SpeakerDetector();
    detector.update(new Map([['a', 0.2]]), 0);
    expect(detector.update(new Map(), 100).size).toBe(0);
  });

  it('names the loudest first, and one loud moment is not enough', () => {
    const detector = new SpeakerDetector();
    const hear = (a: number, b: number, atMs: number) => [
      ...detector.update(
        new Map([
          ['a', a],
          ['b', b],
        ]),
        atMs,
      ),
    ];
    for (let atMs = 0; atMs < 2_000; atMs += 250) hear(0.3, 0.1, atMs);
    expect(hear(0.3, 0.5, 2_000)).toEqual(['a', 'b']);
    for (let atMs = 2_250; atMs < 4_000; atMs += 250) hear(0.1, 0.4, atMs);
    expect(hear(0.1, 0.4, 4_000)).toEqual(['b', 'a']);
  });
});
