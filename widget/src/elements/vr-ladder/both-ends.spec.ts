import { describe, expect, it } from '@jest/globals';
import type { LogEntry } from '@video-room/log';
import type { LinkLine } from '../../core/timeline/room-timeline.js';
import { bothEnds } from './both-ends.js';
import { foundIn } from './ladder-steps.js';

type Line = [time: number, text: string, cause?: string, detail?: Record<string, unknown>];

const own = (...lines: Line[]): LogEntry[] =>
  lines.map(([time, text, cause, detail], id) => ({
    id,
    time,
    level: 'debug',
    category: 'signal',
    person: 'ben',
    text,
    ...(cause !== undefined && { cause }),
    ...(detail && { detail }),
  }));

const of = (from: string, person: string, ...[time, text, cause, detail]: Line): LinkLine => ({
  time,
  from,
  level: 'debug',
  category: 'signal',
  person,
  text,
  ...(cause !== undefined && { cause }),
  ...(detail && { detail }),
});

const told = (entries: LogEntry[], lines: LinkLine[], now = 0) =>
  bothEnds(foundIn(entries, now), lines, 'ann').map(({ kind, from, to, at, detail, verdict }) =>
    [kind, from && to ? `${from}>${to}` : (at ?? ''), detail, verdict === 'ok' ? '' : verdict]
      .filter(Boolean)
      .join(' '),
  );

const OWN = own(
  [100, 'offer sent', 'l:1'],
  [104, 'offer acknowledged', 'l:1'],
  [105, 'candidate sent', 'l:2'],
  [140, 'answer received', 'l:1'],
  [150, 'connection', undefined, { state: 'connected' }],
);

const THEIRS = [
  of('ann', 'ben', 100, 'offer sent', 'l:1'),
  of('server', 'ann', 102, 'signal relayed', 'l:1', { kind: 'offer' }),
  of('ben', 'ann', 110, 'offer received', 'l:1'),
  of('server', 'ann', 111, 'signal relayed', 'l:2', { kind: 'candidate' }),
  of('ben', 'ann', 120, 'answer sent', 'l:1'),
  of('server', 'ben', 125, 'signal relayed', 'l:1', { kind: 'answer' }),
  of('ben', 'ann', 155, 'connection', undefined, { state: 'connected' }),
];

const WHOLE = [
  'offer you>server',
  'relayed server offer',
  'arrived server>other offer',
  'answer other>server',
  'relayed server answer',
  'arrived server>you answer',
];

describe('the ladder with both ends', () => {
  it('shows each message sent, at the server and received, at either end', () => {
    expect(told(OWN, THEIRS).filter((step) => !step.startsWith('candidate'))).toEqual([
      ...WHOLE,
      'connected you',
      'connected other',
    ]);
  });

  it.each([-90, -30, 30, 90])('keeps what follows from what in order when clocks are off by %i ms', (offMs) => {
    const lines = THEIRS.map((line) => ({ ...line, time: line.time + offMs }));
    const steps = told(OWN, lines).filter((step) => WHOLE.includes(step));
    expect(steps).toEqual(WHOLE);
  });

  it('is what this end saw while nobody else has told', () => {
    expect(told(OWN, [])).toEqual([
      'offer you>server',
      'delivered server>other offer',
      'candidate you>server',
      'answer other>you',
      'connected you',
    ]);
  });

  it('shows what was held and dropped, also of candidates, and where an answer is missing', () => {
    const lines = [
      of('server', 'ann', 101, 'signal held', 'l:1', { kind: 'offer' }),
      of('server', 'ann', 102, 'signal held', 'l:2', { kind: 'candidate' }),
      of('server', 'ann', 103, 'signal dropped', 'l:3', { kind: 'candidate', reason: 'queue-full' }),
      of('server', 'ann', 104, 'signal dropped', 'l:4', { kind: 'view', reason: 'away' }),
    ];
    const entries = own([100, 'offer sent', 'l:1'], [101, 'offer acknowledged', 'l:1']);
    expect(told(entries, lines, 10_000)).toEqual([
      'offer you>server',
      'held server offer',
      'held server candidate',
      'dropped server candidate · queue-full',
      'no-answer missing',
    ]);
  });

  it('shows what went wrong at the other end alone', () => {
    const lines = [
      of('ben', 'ann', 300, 'connection', undefined, { state: 'failed' }),
      of('ben', 'ann', 310, 'repair'),
    ];
    expect(told(OWN, lines).slice(-2)).toEqual(['failed other', 'repair other']);
  });

  it('ends, and loses nothing, whatever others claim', () => {
    const lines = [
      of('server', 'ann', 500, 'signal relayed', 'l:9', { kind: 'offer' }),
      of('ben', 'ann', 1, 'offer received'),
      of('ben', 'ann', 2, 'made up', 'l:1'),
      of('server', 'ben', 501, 'signal relayed', 'l:1', { kind: 'answer' }),
      of('server', 'ann', 502, 'signal relayed', 'l:1', { kind: 'offer' }),
      of('server', 'ann', 503, 'signal relayed', 'l:1', { kind: 'offer' }),
    ];
    expect(told(OWN, lines)).toHaveLength(4 + 5);
  });
});
