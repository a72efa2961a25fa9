import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeEngine } from './engine/fake/fake-engine.js';
import type { View } from './engine/media-engine.js';
import { SaidViews } from './views.js';

const view = (width: number, height: number): View => ({ camera: [width, height], screen: [0, 0] });

describe('how large the others are shown', () => {
  let engine: FakeEngine;
  let said: View[];
  let views: SaidViews;

  beforeEach(() => {
    jest.useFakeTimers();
    engine = new FakeEngine();
    said = [];
    engine.setView = (_peer, one) => void said.push(one);
    views = new SaidViews(engine);
  });

  afterEach(() => {
    views.close();
    jest.useRealTimers();
  });

  it('is said at once, then at most four times a second, with the newest sizes', () => {
    views.show(new Map([['ann', view(160, 96)]]));
    jest.advanceTimersByTime(1);
    expect(said).toEqual([view(160, 96)]);
    for (let width = 161; width < 260; width += 1) views.show(new Map([['ann', view(width, 96)]]));
    jest.advanceTimersByTime(200);
    expect(said).toHaveLength(1);
    jest.advanceTimersByTime(60);
    expect(said).toEqual([view(160, 96), view(272, 96)]);
  });

  it('is rounded up, and nothing stays nothing', () => {
    views.show(
      new Map([
        ['ann', view(0, 0)],
        ['ben', view(17, 99_999)],
      ]),
    );
    jest.advanceTimersByTime(1);
    expect(said).toEqual([view(0, 0), view(32, 16_384)]);
  });

  it('is said to whoever is linked later, and to nobody after the end', () => {
    views.show(new Map([['ann', view(160, 96)]]));
    jest.advanceTimersByTime(1);
    engine.say('link', { peer: 'ann', phase: 'connecting' });
    expect(said).toHaveLength(2);
    views.show(new Map([['ann', view(320, 96)]]));
    views.close();
    jest.advanceTimersByTime(1_000);
    engine.say('link', { peer: 'ann', phase: 'connecting' });
    expect(said).toHaveLength(2);
  });
});
