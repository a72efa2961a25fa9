import { describe, expect, it } from '@jest/globals';
import type { NumberedBatch, TimelineLine } from '@video-room/state';
import { OLDEST_LINE_MS } from './clock-offset.js';
import { mergeLines } from './merge-lines.js';

const LINK = 'l'.repeat(22);
const line = (time: number, text: string, more: Partial<TimelineLine> = {}): TimelineLine => ({
  time,
  level: 'debug',
  category: 'signal',
  text,
  ...more,
});
const about = (seq: number) => ({ cause: `${LINK}:${seq}`, person: 'ben' });

let number = 0;
const batch = (from: string, lines: TimelineLine[], more: Partial<NumberedBatch> = {}): NumberedBatch => ({
  from,
  share: from,
  storedAt: 1_000_000,
  offsetMs: 0,
  dropped: 0,
  lines,
  number: (number += 1),
  ...more,
});
/** The server relays Ann's signal to Ben. */
const relayed = (time: number, seq = 1, text = 'signal relayed') =>
  line(time, text, { person: 'ann', peer: 'ben', link: LINK, cause: `${LINK}:${seq}` });

const read = (batches: NumberedBatch[]) =>
  mergeLines(batches).map(({ record: { at, from, text } }) => `${from} ${text} ${at}`);

describe('merging what is said of a room', () => {
  it('puts lines of all in the order of their corrected times', () => {
    const told = read([
      batch('server', [line(100, 'a'), line(300, 'c')]),
      batch('ann', [line(5_150, 'b'), line(5_350, 'd')], { offsetMs: -5_000 }),
    ]);
    expect(told).toEqual(['server a 100', 'ann b 150', 'server c 300', 'ann d 350']);
  });

  it('mends a clock that is off by what is sure: sent before relayed before received', () => {
    const told = read([
      batch('ann', [line(900, 'offer made'), line(900, 'offer sent', about(1))]),
      batch('server', [relayed(500)]),
      batch('ben', [line(100, 'offer received', { ...about(1), person: 'ann' }), line(130, 'answer made')]),
    ]);
    expect(told).toEqual([
      'ann offer made 500',
      'ann offer sent 500',
      'server signal relayed 500',
      'ben offer received 500',
      'ben answer made 530',
    ]);
  });

  it('tells signals of both ends apart that have the same number', () => {
    const told = read([
      batch('server', [relayed(500), { ...relayed(510), person: 'ben', peer: 'ann' }]),
      batch('ann', [line(500, 'offer sent', about(1)), line(520, 'answer received', about(1))]),
      batch('ben', [
        line(505, 'offer received', { ...about(1), person: 'ann' }),
        line(506, 'answer sent', { ...about(1), person: 'ann' }),
      ]),
    ]);
    expect(told.map((text) => text.replace(/ \d+$/, ''))).toEqual([
      'ann offer sent',
      'server signal relayed',
      'ben offer received',
      'ben answer sent',
      'server signal relayed',
      'ann answer received',
    ]);
  });

  it('keeps the order where clocks were set in between and contradict', () => {
    const told = read([
      batch('server', [relayed(500), relayed(600, 2)]),
      batch('ann', [line(500, 'offer sent', about(1)), line(400, 'candidate sent', about(2)), line(410, 'after')]),
      batch('ben', [
        line(9_000, 'offer received', { ...about(1), person: 'ann' }),
        line(200, 'candidate received', { ...about(2), person: 'ann' }),
      ]),
    ]);
    const texts = told.map((text) => text.replace(/ \d+$/, ''));
    const follow = (...some: string[]) => some.map((text) => texts.indexOf(text));
    for (const order of [
      follow('ann offer sent', 'server signal relayed', 'ben offer received'),
      follow('ann offer sent', 'ann candidate sent', 'ben candidate received'),
    ]) {
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort((one, other) => one - other));
    }
    expect(told).toHaveLength(7);
  });

  it('takes no page at its word about a signal of somebody else, or of itself that never came', () => {
    const told = read([
      batch('server', [relayed(500)]),
      batch('eve', [
        line(400, 'offer sent', about(1)),
        line(700, 'offer sent', about(7)),
        line(700, 'offer received', { cause: `${LINK}:1`, person: 'server' }),
      ]),
    ]);
    expect(told).toEqual([
      'eve offer sent 400',
      'server signal relayed 500',
      'eve offer sent 700',
      'eve offer received 700',
    ]);
  });

  it.each([
    ['the far future', { offsetMs: 8e15 }, 1_000_000],
    ['after it came', { offsetMs: 999_900 }, 1_000_000],
    ['the far past', { offsetMs: -8e15 }, 1_000_000 - OLDEST_LINE_MS],
  ])('does not believe what is said to be of %s', (_what, more, at) => {
    expect(read([batch('eve', [line(101, 'absurd')], more)])).toEqual([`eve absurd ${at}`]);
  });

  it('never goes back within what one has said', () => {
    const told = read([
      batch('ann', [line(200, 'a'), line(100, 'b')]),
      batch('ann', [line(50, 'c'), line(400, 'd')], { offsetMs: 10 }),
    ]);
    expect(told).toEqual(['ann a 200', 'ann b 200', 'ann c 200', 'ann d 410']);
  });

  it('ends, and loses and makes up nothing, whatever contradicts', () => {
    const cross = (from: string, to: string) =>
      batch(from, [
        line(1, 'offer received', { cause: `${LINK}:1`, person: to }),
        line(2, 'offer sent', { cause: `${LINK}:1`, person: to }),
      ]);
    const deeds = ['ann', 'ben'].map((person) => line(1, 'signal relayed', { person, cause: `${LINK}:1` }));
    const batches = [batch('server', deeds), cross('ann', 'ben'), cross('ben', 'ann')];
    expect(read(batches)).toHaveLength(6);
    expect(new Set(mergeLines(batches).map(({ id }) => id)).size).toBe(6);
  });

  it('names the link by the cause where nothing else does', () => {
    const [first] = mergeLines([batch('ann', [line(1, 'offer sent', about(1))])]);
    expect(first?.record).toMatchObject({ link: LINK, cause: `${LINK}:1`, person: 'ben' });
    expect(first?.record).not.toHaveProperty('time');
  });
});
