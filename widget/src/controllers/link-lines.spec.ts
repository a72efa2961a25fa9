import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LinkLine } from '../core/timeline/room-timeline.js';
import { LinkLines } from './link-lines.js';

const line = (text: string): LinkLine => ({ time: 1, from: 'server', level: 'debug', category: 'signal', text });

describe('what is told of the link that is shown', () => {
  let asked: string[];
  let link: string | undefined;
  let isOpen: boolean;
  let isKept: boolean;
  let told: LinkLine[] | undefined;
  let updates: number;
  let lines: LinkLines;

  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const ofLink = (id: string) => {
    asked.push(id);
    return Promise.resolve(told);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    asked = [];
    [link, isOpen, isKept, told, updates] = ['l', true, true, [line('told')], 0];
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => void (updates += 1),
      updateComplete: Promise.resolve(true),
    };
    lines = new LinkLines(host, {
      timeline: () => (isKept ? { ofLink } : undefined),
      link: () => link,
      isOpen: () => isOpen,
    });
  });
  afterEach(() => {
    lines.hostDisconnected();
    jest.useRealTimers();
  });

  it('is asked for at once and from time to time, and no more once the host is gone', async () => {
    lines.hostConnected();
    await pass(0);
    expect(asked).toEqual(['l']);
    expect(lines.lines).toEqual([line('told')]);
    expect(updates).toBe(1);
    await pass(5_000);
    expect(asked).toHaveLength(3);
    lines.hostDisconnected();
    await pass(60_000);
    lines.hostUpdated();
    expect(asked).toHaveLength(3);
    expect(lines.lines).toEqual([]);
  });

  it('is asked for as soon as there is something to ask', async () => {
    link = undefined;
    lines.hostConnected();
    await pass(100);
    lines.hostUpdated();
    expect(asked).toEqual([]);
    link = 'l';
    lines.hostUpdated();
    lines.hostUpdated();
    expect(asked).toEqual(['l']);
  });

  it('is asked for no more once the link is over or nobody tells, and what is known stays', async () => {
    lines.hostConnected();
    await pass(0);
    isOpen = false;
    for (let n = 0; n < 20; n += 1) {
      await pass(500);
      lines.hostUpdated();
    }
    expect(asked).toEqual(['l']);
    expect(lines.lines).toEqual([line('told')]);
    [isOpen, isKept] = [true, false];
    await pass(5_000);
    expect(asked).toEqual(['l']);
    isKept = true;
    lines.hostUpdated();
    expect(asked).toEqual(['l', 'l']);
  });

  it('is asked for no more often where links take turns, and of each for itself', async () => {
    lines.hostConnected();
    for (let n = 0; n < 20; n += 1) {
      link = n % 2 ? 'l' : 'm';
      lines.hostUpdated();
      await pass(500);
    }
    expect(asked).toHaveLength(1 + 10_000 / 2_500);
    link = 'other';
    expect(lines.lines).toEqual([]);
    told = undefined;
    await pass(2_500);
    expect(asked.at(-1)).toBe('other');
    expect(lines.lines).toEqual([]);
  });
});
