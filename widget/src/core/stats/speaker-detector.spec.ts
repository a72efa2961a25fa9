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
});
