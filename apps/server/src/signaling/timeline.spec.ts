/** The timeline of a room: who may tell and ask what over the socket, and what becomes of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS, type LogLine, type TimelineRecord } from '@video-room/protocol';
import { restClient, type Ask } from '../../test/rest-client.js';
import { linkBetween, offer, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import type { TimelinePageResource } from '../api/timeline-resource.js';

let server: TestServer;
let ask: Ask;
let rooms = 0;

beforeAll(async () => {
  server = await startServer({ REST_RATE: '10000', LOG_LEVEL: 'debug', SEAT_GRACE: '60' });
  ask = restClient(server.url);
});
afterAll(() => server.stop());

const newRoom = () => `timeline ${(rooms += 1)}`;
const on = { timeline: true };

async function people(...names: string[]) {
  const room = newRoom();
  const found: TestClient[] = [];
  for (const name of names) found.push(await server.join(name, { grant: { room, settings: on } }));
  const [ann, ben, cyd] = found as [TestClient, TestClient, TestClient];
  return { room, ann, ben, cyd, path: `rooms/${encodeURIComponent(room)}` };
}

const line = (text: string, more: Partial<LogLine> = {}): LogLine => ({
  time: Date.now(),
  level: 'debug',
  category: 'signal',
  text,
  ...more,
});
const logOf = (...lines: LogLine[]) => ({ offsetMs: 0, dropped: 0, lines });
const refusedWith = (code: string) => ({ ok: false, error: { code } });

const timelineOf = async (path: string, query = '') =>
  (await ask('GET', `${path}/timeline${query}`)).body as TimelinePageResource;

const entriesOf = async (client: TestClient, link: string): Promise<TimelineRecord[]> => {
  const reply = await client.request('timeline', { link });
  if (!reply.ok || !reply.entries) throw new Error('no entries');
  return reply.entries;
};

describe('without a timeline', () => {
  it('nothing is asked for, taken, answered or kept', async () => {
    const room = newRoom();
    const [ann, ben] = [await server.join('ann', { grant: { room } }), await server.join('ben', { grant: { room } })];
    const { id } = linkBetween(ben, ann);
    expect(ann.ready).not.toHaveProperty('timeline');
    expect(ann.ready.room).not.toHaveProperty('timeline');
    expect(await ann.request('log', logOf(line('canary')))).toMatchObject(refusedWith('not-allowed'));
    expect(await ann.request('timeline', { link: id })).toMatchObject(refusedWith('not-allowed'));
    await ben.request('signal', offer(id));
    const path = `rooms/${encodeURIComponent(room)}/timeline`;
    expect(await ask('GET', path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('also those who wait to be let in tell nothing', async () => {
    const room = newRoom();
    const grant = { room, settings: { ...on, access: 'knock' as const } };
    const cyd = await server.join('cyd', { grant });
    expect(cyd.ready).toMatchObject({ admitted: false, room: { timeline: true } });
    expect(cyd.ready).not.toHaveProperty('timeline');
    expect(await cyd.request('log', logOf(line('canary')))).toMatchObject(refusedWith('not-allowed'));
  });
});

describe('with a timeline', () => {
  it('both ends and the server are in one order, with the id that signals have in the log', async () => {
    const { ann, ben, path } = await people('ann', 'ben');
    expect(ann.ready.timeline).toEqual({
      lines: LIMITS.loggedLines,
      bytes: LIMITS.loggedBytes,
      batchesPerMinute: LIMITS.logsPerMinute,
    });
    const { id: link } = linkBetween(ann, ben);
    const cause = `${link}:1`;
    const sent = line('offer sent', { cause, person: ben.id });
    await ann.request('signal', offer(link));
    await ben.next('signal');
    const received = line('offer received', { cause, person: ann.id });
    // Ben is first, and his clock is an hour behind; Ann's is off by a minute, which nobody has measured.
    const behind = { ...received, time: received.time - 3_600_000 };
    expect(await ben.request('log', { ...logOf(behind), offsetMs: 3_600_000 })).toEqual({ ok: true });
    expect(await ann.request('log', logOf({ ...sent, time: sent.time + 60_000 }))).toEqual({ ok: true });
    const { entries, dropped } = await timelineOf(path, `?link=${link}`);
    expect(dropped).toBe(0);
    const ofOffer = entries.filter((entry) => entry.cause === cause);
    expect(ofOffer.map(({ from, text }) => [from, text])).toEqual([
      [ann.id, 'offer sent'],
      ['server', 'signal relayed'],
      [ben.id, 'offer received'],
    ]);
    const at = ofOffer.map((entry) => Date.parse(entry.at));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(ofOffer[1]).toMatchObject({ person: ann.id, peer: ben.id, link, detail: { kind: 'offer' } });
    expect(server.log()).toMatch(new RegExp(`"cause":"${cause}".*"signal relayed"`));
    // The same over the socket, for either end.
    for (const client of [ann, ben]) {
      const seen = (await entriesOf(client, link)).filter((entry) => entry.cause === cause);
      expect(seen.map(({ from }) => from)).toEqual([ann.id, 'server', ben.id]);
    }
  });

  it('the server says who came, went and was lost, what it held and dropped, and what it refused', async () => {
    const { ann, ben, path } = await people('ann', 'ben');
    const { id: link } = linkBetween(ann, ben);
    const { instance } = ben.socket.auth as { instance: string };
    ben.drop();
    await ann.next('participant', ({ id, connection }) => id === ben.id && connection === 'away');
    await ann.request('signal', offer(link, 1));
    await ann.request('signal', { link, seq: 2, kind: 'view', camera: [1, 1], screen: [0, 0] });
    expect(await ann.request('signal', offer('no-such-link', 3))).toMatchObject(refusedWith('no-such-link'));
    const { room } = ann.ready;
    const again = await server.join('ben', {
      grant: { room: room.name },
      auth: { resumeKey: ben.ready.resumeKey, instance },
    });
    await again.next('signal');
    await again.request('leave', {});
    await ann.next('participant', ({ id, connection }) => id === ben.id && connection === 'left');
    const { entries } = await timelineOf(path);
    expect(entries.every(({ from }) => from === 'server')).toBe(true);
    const deeds = entries.map(({ text, person, detail }) =>
      [text, person === ann.id ? 'ann' : 'ben', detail?.['reason'] ?? detail?.['code']].filter(Boolean).join(' '),
    );
    expect(deeds).toEqual([
      'joined ann',
      'link opened ann',
      'joined ben',
      'connection lost ben',
      'signal held ann',
      'signal dropped ann away',
      'signal dropped ann no-such-link',
      'message refused ann no-such-link',
      'joined ben',
      'signal relayed ann',
      'left ben left',
      'link closed ann',
    ]);
  });

  it('is asked for by the ends of a link alone', async () => {
    const { ann, ben, cyd, path } = await people('ann', 'ben', 'cyd');
    const { id: link } = linkBetween(ann, ben);
    await ann.request('log', logOf(line('ICE state', { person: ben.id }), line('ICE state', { person: cyd.id })));
    expect((await entriesOf(ben, link)).filter(({ from }) => from === ann.id)).toHaveLength(1);
    expect(await cyd.request('timeline', { link })).toMatchObject(refusedWith('no-such-link'));
    // What one asks in vain leaves no trace, however often: it would push out the rest.
    expect((await timelineOf(path)).entries.map(({ text }) => text)).not.toContain('message refused');
    const elsewhere = await people('eve');
    expect(await elsewhere.ann.request('timeline', { link })).toMatchObject(refusedWith('no-such-link'));
    for (const wrong of [null, {}, { link: 1 }, { link, room: 'r' }, { link: 'x'.repeat(65) }]) {
      expect(await ann.request('timeline', wrong)).toMatchObject(refusedWith('bad-message'));
    }
  });

  it('reaches no other room', async () => {
    const { ann, ben, path } = await people('ann', 'ben');
    const { id: link } = linkBetween(ann, ben);
    const eve = await people('eve');
    const reached = line('offer sent', { cause: `${link}:1`, person: ben.id });
    expect(await eve.ann.request('log', logOf(reached))).toEqual({ ok: true });
    expect((await timelineOf(path)).entries.map(({ text }) => text)).not.toContain('offer sent');
    expect((await entriesOf(ben, link)).map(({ text }) => text)).not.toContain('offer sent');
    // In her own it is nobody's: she is no end of that link.
    expect((await timelineOf(eve.path, `?link=${link}`)).entries).toEqual([]);
  });

  it('answers what time it is', async () => {
    const { ann } = await people('ann');
    const before = Date.now();
    const reply = await ann.request('clock', {});
    expect(reply).toEqual({ ok: true, now: expect.any(Number) });
    const { now = 0 } = reply as { now?: number };
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
    expect(await ann.request('clock', { at: 1 })).toMatchObject(refusedWith('bad-message'));
  });

  it('follows the setting of the room', async () => {
    const { ann, path } = await people('ann');
    await ask('PUT', path, { timeline: false });
    expect(await ann.next('room')).not.toHaveProperty('timeline');
    expect(await ann.request('log', logOf(line('canary')))).toMatchObject(refusedWith('not-allowed'));
    expect(await ask('PUT', path, { timeline: true })).toMatchObject({ body: { timeline: true } });
    await ann.next('room', ({ timeline }) => timeline === true);
    expect(await ann.request('log', logOf(line('welcome')))).toEqual({ ok: true });
    const { entries } = await timelineOf(path);
    expect(entries.map(({ text }) => text)).toContain('welcome');
    expect(JSON.stringify(entries)).not.toContain('canary');
  });
});

describe('hostile logs', () => {
  const good = line('good');
  const WRONG: unknown[] = [
    null,
    [],
    'canary',
    { lines: [good] },
    { ...logOf(good), room: 'another' },
    { ...logOf(good), offsetMs: null },
    { ...logOf(good), offsetMs: 1e300 },
    { ...logOf(good), offsetMs: -1e300 },
    { ...logOf(good), dropped: 1.5 },
    { ...logOf(good), dropped: LIMITS.lostLines + 1 },
    { ...logOf(good), lines: {} },
    logOf(),
    logOf(...Array.from({ length: LIMITS.loggedLines + 1 }, () => good)),
    logOf(...Array.from({ length: 10 }, () => line('x', { detail: { canary: 'x'.repeat(3_900) } }))),
    logOf({ ...good, time: -1 }),
    logOf({ ...good, time: 1e300 }),
    logOf({ ...good, time: '0' as unknown as number }),
    logOf({ ...good, from: 'server' } as unknown as LogLine),
    logOf({ ...good, link: 'canary' } as unknown as LogLine),
    logOf(line('')),
    logOf(line('x'.repeat(LIMITS.lineTextLength + 1))),
    logOf(line('x', { level: '<b>' })),
    logOf(line('x', { category: 'x'.repeat(33) })),
    logOf(line('x', { cause: 'no number' })),
    logOf(line('x', { cause: 'x:12345678901234567' })),
    logOf(line('x', { person: 'x'.repeat(65) })),
    logOf(line('x', { detail: [] as unknown as Record<string, unknown> })),
    logOf(line('x', { detail: { deep: { deep: { deep: { deep: { deep: { deep: { deep: 1 } } } } } } } })),
    logOf(line('x', { detail: { canary: 'x'.repeat(LIMITS.lineDetailBytes) } })),
  ];

  it.each(WRONG.map((payload, n) => [n, payload]))('are refused in any other shape: %i', async (_n, payload) => {
    const { ann, path } = await people('ann');
    expect(await ann.request('log', payload)).toMatchObject(refusedWith('bad-message'));
    const { entries } = await timelineOf(path);
    expect(entries.map(({ text }) => text)).toEqual(['joined']);
  });

  it('are taken with any number that a signal may have', async () => {
    const { ann, ben, path } = await people('ann', 'ben');
    const { id: link } = linkBetween(ann, ben);
    const cause = `${link}:${Number.MAX_SAFE_INTEGER}`;
    expect(await ann.request('signal', offer(link, Number.MAX_SAFE_INTEGER))).toEqual({ ok: true });
    expect(await ben.request('log', logOf(line('offer received', { cause, person: ann.id })))).toEqual({ ok: true });
    const { entries } = await timelineOf(path, `?link=${link}`);
    expect(entries.filter((entry) => entry.cause === cause).map(({ from }) => from)).toEqual(['server', ben.id]);
  });

  it('are taken only so often, also of somebody who comes back', async () => {
    const { ann, path, room } = await people('ann');
    const replies = await Promise.all(
      Array.from({ length: LIMITS.logsPerMinute + 5 }, () => ann.request('log', logOf(line('often')))),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(LIMITS.logsPerMinute);
    expect(replies.at(-1)).toMatchObject(refusedWith('rate-limited'));
    ann.drop();
    const back = await server.join('ann', { grant: { room }, auth: { resumeKey: ann.ready.resumeKey } });
    expect(await back.request('log', logOf(line('often')))).toMatchObject(refusedWith('rate-limited'));
    const { entries } = await timelineOf(path);
    expect(entries.filter(({ text }) => text === 'often')).toHaveLength(LIMITS.logsPerMinute);
  });

  it('do not cut off the other end that asks for them', async () => {
    const { ann, ben } = await people('ann', 'ben');
    const { id: link } = linkBetween(ann, ben);
    const long = line('long', { person: ann.id, detail: { much: 'x'.repeat(3_900) } });
    for (let n = 0; n < LIMITS.logsPerMinute; n += 1) {
      expect(await ben.request('log', logOf(long, long, long, long, long, long, long, long))).toEqual({ ok: true });
    }
    const entries = await entriesOf(ann, link);
    expect(entries.length).toBeGreaterThan(20);
    expect(JSON.stringify(entries).length).toBeLessThan(LIMITS.timelineLength + 1_000);
    expect(await ann.request('clock', {})).toMatchObject({ ok: true });
  });

  it('say nothing in the name of another, of the server, or of another time', async () => {
    const { ann, ben, path } = await people('ann', 'ben');
    const { id: link } = linkBetween(ann, ben);
    await ann.request('signal', offer(link));
    const lies = [
      line('signal relayed', { person: ben.id, cause: `${link}:1`, time: 0 }),
      line('offer received', { person: 'server', cause: `${link}:1`, time: 8e15 }),
      line('__proto__', { detail: JSON.parse('{"__proto__":{"polluted":true}}') as Record<string, unknown> }),
    ];
    expect(await ben.request('log', { ...logOf(...lies), offsetMs: -8e15 })).toEqual({ ok: true });
    const { entries } = await timelineOf(path);
    expect(entries.filter(({ from }) => from === 'server').map(({ text }) => text)).toContain('signal relayed');
    for (const entry of entries.filter(({ text }) => lies.some((one) => one.text === text))) {
      if (entry.from !== 'server') expect(entry.from).toBe(ben.id);
      expect(Math.abs(Date.parse(entry.at) - Date.now())).toBeLessThan(25 * 3_600_000);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
