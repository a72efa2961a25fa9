import { beforeEach, describe, expect, it } from '@jest/globals';
import { MutedSpeech } from './muted-speech.js';

describe('speech of somebody who is muted', () => {
  let speech: MutedSpeech;
  let nowMs: number;
  beforeEach(() => {
    speech = new MutedSpeech();
    nowMs = 0;
  });

  /** What it says at the end of so many milliseconds of this loudness. */
  const hear = (level: number, forMs: number) => {
    let says = false;
    for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 100) says = speech.update(level, nowMs);
    return says;
  };

  it('is not a cough', () => {
    hear(0, 1000);
    expect(hear(0.3, 500)).toBe(false);
    expect(hear(0, 1000)).toBe(false);
    expect(hear(0.3, 500)).toBe(false);
  });

  it('is a sentence, with pauses between its words', () => {
    hear(0.1, 500);
    hear(0, 100);
    expect(hear(0.1, 500)).toBe(true);
    expect(hear(0, 1000)).toBe(true);
  });

  it('is over after a while of silence', () => {
    hear(0.1, 1500);
    expect(hear(0, 5000)).toBe(false);
    expect(hear(0.1, 300)).toBe(false);
  });

  it('is not the noise of a room', () => {
    expect(hear(0.005, 10_000)).toBe(false);
  });
});
