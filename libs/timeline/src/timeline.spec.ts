import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CallRecord, LogLine, LogMessage, TimelineRecord } from '@video-room/protocol';
import { MemoryTimelineStore } from '@video-room/state';
import { newestOf, pageOf } from './page.js';
import { endsOf, ofCall, ofCause, ofLink, ofParticipant } from './selection.js';
import { Timeline } from './timeline.js';

const HOUR = 60 * 60 * 1000;
const logOf = (...lines: Partial<LogLine>[]): LogMessage => ({
  offsetMs: 0,
  dropped: 0,
  lines: lines.map((line) => ({ time: Date.now(), level: 'debug', category: 'ice', text: 'line', ...line })),
});

let timeline: Timeline;

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000_000 });
  timeline = new Timeline(new MemoryTimelineStore());
  timeline.set('r', true);
});
afterEach(() => {
  timeline.close();
  jest.useRealTimers();
});

const textsOf = async (room = 'r') => (await timeline.read(room))?.records.map(({ record }) => record.text);

describe('a timeline', () => {
  it('is kept only of rooms that want one', async () => {
    timeline.note('r', { text: 'noted', person: 'ann' });
    timeline.note('s', { text: 'noted', person: 'ann' });
    expect(await textsOf()).toEqual(['noted']);
    expect(await timeline.read('s')).toBeUndefined();
    timeline.set('r', false);
    timeline.note('r', { text: 'too late' });
    expect(await textsOf()).toEqual(['noted']);
  });

  it('is kept for an hour after the room has ended, and no longer', async () => {
    timeline.note('r', { text: 'first' });
    timeline.end('r');
    expect(timeline.isOn('r')).toBe(false);
    await jest.advanceTimersByTimeAsync(HOUR - 1);
    expect(await textsOf()).toEqual(['first']);
    // Another room of that name meanwhile.
    timeline.set('r', true);
    timeline.note('r', { text: 'second' });
    await jest.advanceTimersByTimeAsync(1);
    expect(await textsOf()).toEqual(['second']);
    timeline.end('r');
    await jest.advanceTimersByTimeAsync(HOUR);
    expect(await timeline.read('r')).toBeUndefined();
  });

  it('forgets what is a day old of a room that goes on', async () => {
    timeline.note('r', { text: 'old' });
    await jest.advanceTimersByTimeAsync(23 * HOUR);
    timeline.note('r', { text: 'new' });
    await jest.advanceTimersByTimeAsync(2 * HOUR);
    expect(await textsOf()).toEqual(['new']);
  });

  it('masks what pages should have masked', async () => {
    const detail = {
      token: 'canary-secret',
      candidate: 'candidate:1 1 udp 1 203.0.113.9 50000 typ host',
      inner: { credential: 'canary-secret', note: 'a=ice-pwd:canary-secret' },
    };
    timeline.take('r', 'ann', logOf({ detail }, { text: 'reached 2001:db8::17 with eyJhbGciOiJI.eyJzdWIiOiJ.abc' }));
    const text = JSON.stringify(await timeline.read('r'));
    expect(text).toContain('[masked]');
    for (const canary of ['canary', '203.0.113.9', '2001:db8', 'eyJ']) expect(text).not.toContain(canary);
  });

  it('keeps one who says much from pushing out what others say, and counts what is missing', async () => {
    const store = new MemoryTimelineStore();
    timeline.close();
    timeline = new Timeline(store, { bounds: { shareLines: 3 } });
    timeline.set('r', true);
    timeline.take('r', 'ben', logOf({ text: 'ben' }));
    timeline.note('r', { text: 'of ben', person: 'ben' });
    for (let n = 0; n < 9; n += 1) {
      timeline.take('r', 'eve', { ...logOf({ text: 'eve' }), dropped: 2 });
      timeline.note('r', { text: 'of eve', person: 'eve' });
    }
    const texts = (await textsOf()) ?? [];
    expect(texts.filter((text) => text === 'ben' || text === 'of ben')).toHaveLength(2);
    expect(texts).toHaveLength(8);
    expect((await timeline.read('r'))?.dropped).toBe(12 + 9 * 2);
  });

  it('sets no timer for a room that ends without a line', () => {
    const pending = jest.getTimerCount();
    timeline.end('never kept one');
    timeline.end('r');
    expect(jest.getTimerCount()).toBe(pending);
    timeline.set('r', true);
    timeline.note('r', { text: 'noted' });
    timeline.end('r');
    timeline.end('r');
    expect(jest.getTimerCount()).toBe(pending + 1);
  });

  it('tells of a store that fails', async () => {
    const faults: unknown[] = [];
    const broken = new MemoryTimelineStore();
    broken.append = () => Promise.reject(new Error('full'));
    timeline.close();
    timeline = new Timeline(broken);
    timeline.onFault = (cause) => faults.push(cause);
    timeline.set('r', true);
    timeline.note('r', { text: 'lost' });
    await jest.advanceTimersByTimeAsync(0);
    expect(faults).toEqual([new Error('full')]);
  });
});

describe('what one may ask for', () => {
  const all = async () => (await timeline.read('r'))?.records.map(({ record }) => record) ?? [];

  beforeEach(() => {
    timeline.note('r', { text: 'link opened', person: 'ann', peer: 'ben', link: 'ab' });
    timeline.note('r', { text: 'link opened', person: 'ann', peer: 'cyd', link: 'ac' });
    timeline.take(
      'r',
      'ann',
      logOf({ text: 'to ben', person: 'ben' }, { text: 'to cyd', person: 'cyd' }, { text: 'alone' }),
    );
    timeline.take(
      'r',
      'ben',
      logOf({ text: 'ben caused', person: 'ann', cause: 'ab:1' }, { text: 'of ann', person: 'ann' }),
    );
    timeline.take('r', 'cyd', logOf({ text: 'of ann by cyd', person: 'ann' }, { text: 'false', cause: 'ab:9' }));
  });

  it('is a participant', async () => {
    const texts = (await all()).filter(ofParticipant('ben')).map(({ text }) => text);
    expect(texts).toEqual(['link opened', 'to ben', 'ben caused', 'of ann']);
  });

  it('is a link, with what its ends say of one another', async () => {
    const records = await all();
    const ends = endsOf('ab', records);
    expect(ends).toEqual(['ann', 'ben']);
    const texts = records.filter(ofLink('ab', ends)).map(({ text }) => text);
    expect(texts).toEqual(['link opened', 'to ben', 'ben caused', 'of ann']);
    expect(endsOf('never', records)).toBeUndefined();
    expect(records.filter(ofLink('never', undefined))).toEqual([]);
  });

  it('is a link also when what the server noted of it had to make room, if pages agree who its ends are', () => {
    const said = (from: string, person: string, cause?: string): TimelineRecord => ({
      ...{ at: 1, from, person, level: 'debug', category: 'signal', text: 'offer sent' },
      ...(cause && { cause, link: 'ab' }),
    });
    const ofAnn = said('ann', 'ben', 'ab:1');
    const ofBen = said('ben', 'ann');
    expect(endsOf('ab', [ofAnn, ofBen])).toEqual(['ann', 'ben']);
    expect(endsOf('ab', [said('server', 'ben'), ofAnn])).toEqual(['ann', 'ben']);
    expect(endsOf('ab', [ofAnn])).toBeUndefined();
    expect(endsOf('ab', [ofBen, said('ann', 'ben')])).toBeUndefined();
    expect(endsOf('ab', [ofAnn, ofBen, said('cyd', 'ann', 'ab:2')])).toBeUndefined();
    expect(endsOf('ab', [said('ann', 'ann', 'ab:1')])).toBeUndefined();
    expect([ofAnn, ofBen].filter(ofLink('ab', endsOf('ab', [ofAnn, ofBen])))).toEqual([ofAnn, ofBen]);
  });

  it('is a signal, at whoever says something of it', async () => {
    timeline.note('r', { text: 'signal relayed', person: 'ann', peer: 'ben', link: 'ab', cause: 'ab:1' });
    const texts = (await all()).filter(ofCause('ab:1')).map(({ text }) => text);
    expect(texts).toEqual(['signal relayed', 'ben caused']);
  });

  it('is a link for its two ends, from nobody else, the newest of it that fits', async () => {
    const records = await timeline.readLink('r', 'ab', ['ann', 'ben']);
    const textsOf = (some: TimelineRecord[]) => some.map(({ text }) => text);
    expect(textsOf(records)).toEqual(['link opened', 'to ben', 'ben caused', 'of ann']);
    expect(newestOf(records, 10, 10_000)).toEqual(records);
    expect(textsOf(newestOf(records, 2, 10_000))).toEqual(['ben caused', 'of ann']);
    expect(textsOf(newestOf(records, 10, JSON.stringify(records.at(-1)).length))).toEqual(['of ann']);
    expect(newestOf(records, 10, 5)).toEqual([]);
    expect(await timeline.readLink('s', 'ab', ['ann', 'ben'])).toEqual([]);
  });

  it('is a call: its two participants, while it was', async () => {
    const now = Date.now();
    const call = { caller: { participant: 'ann' }, callee: {}, createdAt: now, endedAt: now + 1 } as CallRecord;
    const texts = (of: CallRecord) => all().then((records) => records.filter(ofCall(of)).map(({ text }) => text));
    expect(await texts(call)).toEqual(['link opened', 'link opened', 'to ben', 'to cyd', 'alone']);
    expect(await texts({ ...call, createdAt: now + 6_000, endedAt: now + 7_000 })).toEqual([]);
    expect(await texts({ ...call, createdAt: now - 7_000, endedAt: now - 6_000 })).toEqual([]);
  });

  it('comes page by page, also when the line it stopped at is gone', async () => {
    const records = (await timeline.read('r'))?.records ?? [];
    const first = pageOf(records, 3);
    const second = pageOf(records, 3, first.next);
    const third = pageOf(records, 3, second.next);
    expect([first, second, third].flatMap((page) => page.records)).toEqual(records.map(({ record }) => record));
    expect(third.next).toBeUndefined();
    expect(pageOf(records, 3, { at: Date.now() - 1, id: 'gone' }).records).toHaveLength(3);
    expect(pageOf(records, 3, { at: Date.now(), id: 'gone' })).toEqual({ records: [] });
  });
});
