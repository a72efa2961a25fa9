import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeEngine } from '../engine/fake/fake-engine.js';
import { sampleLinks, type LinkReports } from './link-sampler.js';

describe('asking links how they do', () => {
  let engine: FakeEngine;
  let told: LinkReports[];
  let stop: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    engine = new FakeEngine();
    told = [];
    stop = sampleLinks(engine, (reports) => told.push(reports));
  });

  afterEach(() => {
    stop();
    jest.useRealTimers();
  });

  it('is done every two seconds until the end', async () => {
    await jest.advanceTimersByTimeAsync(4_000);
    expect(told).toEqual([engine.stats, engine.stats]);
    stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(told).toHaveLength(2);
  });

  it('waits for the answer before it is done again, and drops one that comes after the end', async () => {
    const answers: ((reports: LinkReports) => void)[] = [];
    engine.reports = () => new Promise((resolve) => answers.push(resolve));
    await jest.advanceTimersByTimeAsync(6_000);
    expect(answers).toHaveLength(1);
    answers[0]?.(new Map());
    await jest.advanceTimersByTimeAsync(2_000);
    expect(answers).toHaveLength(2);
    stop();
    answers[1]?.(new Map());
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toHaveLength(1);
  });
});
