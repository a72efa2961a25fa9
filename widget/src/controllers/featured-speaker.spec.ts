import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { FeaturedSpeaker, featuredOf, type Featured, type Speaker } from './featured-speaker.js';

/** Who speaks, the loudest first, of three. */
const people = (...speaking: string[]): Speaker[] =>
  ['a', 'b', 'c'].map((key) => ({ key, speaking: speaking.includes(key), loudest: speaking[0] === key }));

/** Who is featured after each of these moments. */
function follow(...moments: [atMs: number, ...speaking: string[]][]): (string | undefined)[] {
  let featured: Featured | undefined;
  return moments.map(([at, ...speaking]) => (featured = featuredOf(featured, people(...speaking), at))?.key);
}

describe('who is featured', () => {
  it('is the first who came until somebody speaks, then at once who does', () => {
    expect(follow([0], [10, 'b'])).toEqual(['a', 'b']);
  });

  it('stays when it falls silent', () => {
    expect(follow([0, 'b'], [5_000], [60_000])).toEqual(['b', 'b', 'b']);
  });

  it('is not changed within two seconds', () => {
    expect(follow([0, 'a'], [500, 'b'], [1_900, 'b'], [2_000, 'b'])).toEqual(['a', 'a', 'a', 'b']);
  });

  it('changes to who is louder for two seconds while both speak', () => {
    expect(follow([0, 'a'], [9_000, 'b', 'a'], [10_900, 'b', 'a'], [11_000, 'b', 'a'])).toEqual(['a', 'a', 'a', 'b']);
    expect(follow([0, 'a'], [9_000, 'b', 'a'], [10_000, 'a', 'b'], [11_500, 'b', 'a'])).toEqual(['a', 'a', 'a', 'a']);
  });

  it('is somebody else when it left', () => {
    const featured = featuredOf({ key: 'gone', sinceMs: 0 }, people('c'), 100);
    expect(featured).toEqual({ key: 'c', sinceMs: 100 });
    expect(featuredOf(featured, [], 200)).toBe(undefined);
  });

  it('never changes twice within two seconds, whoever speaks', () => {
    const moment = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.shuffledSubarray(['a', 'b', 'c']));
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
        let now = 0;
        let changedAt = now;
        let featured = featuredOf(undefined, people('a'), now);
        for (const [passed, speaking] of moments) {
          now += passed;
          const next = featuredOf(featured, people(...speaking), now);
          if (next?.key !== featured?.key) {
            expect(now - changedAt).toBeGreaterThanOrEqual(2_000);
            changedAt = now;
          }
          featured = next;
        }
      }),
    );
  });
});

describe('FeaturedSpeaker', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('asks to be looked at again when a change is due and nothing else happens', () => {
    const onChange = jest.fn();
    const speaker = new FeaturedSpeaker(onChange);
    expect(speaker.update(people('a'))).toBe('a');
    expect(speaker.update(people('b'))).toBe('a');
    jest.advanceTimersByTime(1_999);
    expect(onChange).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2);
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(speaker.update(people('b'))).toBe('b');
  });

  it('is silent once it is stopped', () => {
    const onChange = jest.fn();
    const speaker = new FeaturedSpeaker(onChange);
    speaker.update(people('a'));
    speaker.update(people('b'));
    speaker.stop();
    jest.advanceTimersByTime(10_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});
