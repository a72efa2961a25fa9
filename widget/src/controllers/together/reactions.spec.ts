import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reactions } from './reactions.js';

describe('reactions', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('are shown for a while, each in a lane of its own', () => {
    const changes: string[] = [];
    const reactions = new Reactions(() => changes.push([...(reactions.shown.get('ann') ?? [])].join('·')));
    expect(reactions.show('ann', '👍')).toBe(true);
    expect(reactions.show('ann', '👍')).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(reactions.show('ann', '🎉')).toBe(true);
    jest.advanceTimersByTime(2_000);
    expect(changes.at(-1)).toBe('··🎉··');
    jest.runAllTimers();
    expect(reactions.shown.size).toBe(0);
  });

  it('are no more than the lanes of a person, and nobody takes another’s', () => {
    const reactions = new Reactions(() => undefined);
    for (let n = 0; n < 50; n += 1) reactions.show('ann', '👍');
    reactions.show('ben', '🎉');
    expect(reactions.shown.get('ann')).toEqual(['👍', '👍', '👍', '👍', '👍']);
    expect(reactions.shown.get('ben')?.filter(Boolean)).toEqual(['🎉']);
    reactions.clear();
    expect(jest.getTimerCount()).toBe(0);
    expect(reactions.shown.size).toBe(0);
  });
});
