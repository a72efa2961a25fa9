import { describe, expect, it } from '@jest/globals';
import { LogBus } from '@video-room/log';
import { stepsOf } from './ladder-steps.js';

/** Lines of one link, each so many milliseconds after the first. */
function ladder(...lines: [atMs: number, text: string, detail?: Record<string, unknown>, cause?: string][]) {
  const bus = new LogBus();
  for (const [atMs, text, detail, cause] of lines) {
    bus.write({
      time: atMs,
      level: 'debug',
      category: 'ice',
      person: 'p1',
      text,
      ...(detail && { detail }),
      ...(cause && { cause }),
    });
  }
  return bus.entries();
}

const told = (entries: ReturnType<typeof ladder>, now: number) =>
  stepsOf(entries, now).map(({ kind, from, to, verdict }) =>
    [kind, from && to ? `${from}>${to}` : '', verdict].join(' '),
  );

const OFFERED = [
  [0, 'offer sent', undefined, 'l:1'],
  [4, 'offer acknowledged', undefined, 'l:1'],
] as const;

describe('the ladder of a connection', () => {
  it('shows who said what to whom, and what came of it', () => {
    const entries = ladder(
      ...OFFERED.map((line) => [...line] as [number, string, undefined, string]),
      [5, 'candidate found', { type: 'host' }],
      [6, 'candidate sent', undefined, 'l:2'],
      [7, 'candidate sent', undefined, 'l:3'],
      [31, 'answer received', { sdp: '' }, 'l:1'],
      [33, 'connection', { state: 'connecting' }],
      [40, 'candidate received', { candidate: 'candidate:1 1 udp 1 1.2.3.4 9 typ srflx raddr' }, 'l:2'],
      [90, 'connection', { state: 'connected' }],
      [95, 'path chosen', { local: 'relay', remote: 'srflx', protocol: 'tcp', rttMs: 61 }],
    );
    expect(told(entries, 60_000)).toEqual([
      'offer you>server ok',
      'delivered server>other ok',
      'candidate you>server ok',
      'answer other>you ok',
      'connecting  ok',
      'candidate other>you ok',
      'connected  ok',
      'path  ok',
    ]);
    const steps = stepsOf(entries, 60_000);
    expect(steps.map(({ count }) => count)).toEqual([1, 1, 2, 1, 1, 1, 1, 1]);
    expect(steps.map(({ afterMs }) => afterMs)).toEqual([0, 4, 2, 24, 2, 7, 50, 5]);
    expect(steps.map(({ detail }) => detail).filter(Boolean)).toEqual([
      'offer',
      'srflx',
      'relay ⇄ srflx · tcp · 61 ms',
    ]);
    expect(steps[0]?.cause).toBe('l:1');
  });

  it('marks an answer that does not come, once it should have', () => {
    const entries = ladder(...OFFERED.map((line) => [...line] as [number, string, undefined, string]));
    expect(told(entries, 3_000).at(-1)).toBe('delivered server>other ok');
    expect(told(entries, 5_000).at(-1)).toBe('no-answer  missing');
  });

  it('marks it also while the offer is sent again and again', () => {
    const again = [0, 3_000, 6_000, 9_000].map(
      (at) => [at, 'offer sent', undefined, 'l:1'] as [number, string, undefined, string],
    );
    expect(told(ladder(...again, [9_004, 'offer acknowledged', undefined, 'l:1']), 10_000)).toContain(
      'no-answer  missing',
    );
    const answered = ladder(...again, [9_500, 'answer received', {}, 'l:1']);
    expect(told(answered, 60_000)).not.toContain('no-answer  missing');
  });

  it('marks an offer that was not delivered', () => {
    expect(told(ladder([0, 'offer sent', undefined, 'l:1']), 5_000).at(-1)).toBe('no-delivery  missing');
  });

  it('misses no answer where both offered and one gave way, nor on a link that was closed', () => {
    const yielded = ladder(
      [0, 'offer sent', undefined, 'l:1'],
      [2, 'offer received', {}, 'l:9'],
      [5, 'answer sent', undefined, 'l:2'],
    );
    expect(told(yielded, 60_000)).not.toContain('no-answer  missing');
    const closed = ladder([0, 'offer sent', undefined, 'l:1'], [9, 'link closed']);
    expect(told(closed, 60_000).at(-1)).toBe('closed  ok');
  });

  it('judges the newest link with a person, whatever became of one before', () => {
    const again = ladder(
      [0, 'link opened'],
      [1, 'offer sent', undefined, 'l:1'],
      [9, 'link closed'],
      [5_000, 'link opened'],
      [5_001, 'offer sent', undefined, 'm:1'],
    );
    expect(told(again, 6_000)).not.toContain('no-delivery  missing');
    expect(told(again, 60_000).at(-1)).toBe('no-delivery  missing');
  });

  it('waits for an answer before it misses a path', () => {
    const unanswered = ladder(
      [0, 'offer received', {}, 'm:1'],
      [2, 'answer sent', undefined, 'l:1'],
      [3, 'connection', { state: 'connecting' }],
      [900, 'offer sent', undefined, 'l:2'],
      [904, 'offer acknowledged', undefined, 'l:2'],
    );
    const verdicts = told(unanswered, 60_000).filter((step) => step.endsWith('missing'));
    expect(verdicts).toEqual(['no-answer  missing']);
  });

  it('marks a path that is not found, and what took long', () => {
    const searching = ladder([0, 'connection', { state: 'connecting' }]);
    expect(told(searching, 9_000).at(-1)).toBe('no-path  missing');
    const slow = ladder([0, 'connection', { state: 'connecting' }], [3_200, 'connection', { state: 'connected' }]);
    expect(told(slow, 9_000).at(-1)).toBe('connected  slow');
  });
});
