/** What clients report of their links: asked for, bounded, added up. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { Figures } from '../../test/figures.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const TOKEN = 'canary-metrics-token-0123456789';
const authorization = `Bearer ${TOKEN}`;

let server: TestServer;
afterEach(() => server.stop());

const figures = () => Figures.of(server.url, { authorization });

describe('what clients report', () => {
  const REPORT = {
    firstFrameMs: [600, 2400],
    paths: { direct: 3, relayed: 1 },
    failures: { 'no-relay': 2 },
    seconds: { good: 500, poor: 20 },
    freezes: { count: 4, ms: 1500 },
  };

  it('is asked for only where there are figures', async () => {
    server = await startServer();
    const ada = await server.join('ada');
    expect(ada.ready.reports).toBeUndefined();
    expect(await ada.request('report', REPORT)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });

  it('is added up', async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN });
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    expect(ada.ready.reports).toBe(true);
    const heard = ben.received.length;
    expect(await ada.request('report', REPORT)).toEqual({ ok: true });
    expect(await ben.request('report', { ...REPORT, firstFrameMs: [] })).toEqual({ ok: true });
    expect(await ben.request('report', {})).toEqual({ ok: true });
    expect(ben.received.length).toBe(heard);
    const now = await figures();
    expect(now.value('video_room_client_first_frame_seconds_count')).toBe(2);
    expect(now.value('video_room_client_first_frame_seconds_sum')).toBe(3);
    expect(now.value('video_room_client_links_total{path="direct"}')).toBe(6);
    expect(now.value('video_room_client_links_total{path="relayed"}')).toBe(2);
    expect(now.value('video_room_client_link_failures_total{reason="no-relay"}')).toBe(4);
    expect(now.value('video_room_client_link_failures_total{reason="lost"}')).toBe(0);
    expect(now.value('video_room_client_link_seconds_total{quality="good"}')).toBe(1000);
    expect(now.value('video_room_client_link_seconds_total{quality="poor"}')).toBe(40);
    expect(now.value('video_room_client_freezes_total')).toBe(8);
    expect(now.value('video_room_client_frozen_seconds_total')).toBe(3);
  });

  it('is taken only so often, also from somebody who comes back', async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN });
    const ada = await server.join('ada');
    for (let n = 0; n < 6; n += 1) expect(await ada.request('report', {})).toEqual({ ok: true });
    expect(await ada.request('report', REPORT)).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    ada.drop();
    const back = await server.join('ada', { auth: { resumeKey: ada.ready.resumeKey } });
    expect(await back.request('report', REPORT)).toMatchObject({ ok: false, error: { code: 'rate-limited' } });
    expect((await figures()).value('video_room_client_freezes_total')).toBe(0);
  });

  it('is refused in any other shape, and then counts for nothing', async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN });
    const ada = await server.join('ada');
    for (const report of WRONG) {
      expect(await ada.request('report', report)).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    }
    const { text } = await figures();
    expect(text).not.toContain('canary');
    for (const [, value] of text.matchAll(/^video_room_client_\S+ (.*)$/gm)) expect(value).toBe('0');
  });
});

const WRONG: unknown[] = [
  null,
  [],
  { participant: 'canary' },
  { firstFrameMs: 600 },
  { firstFrameMs: [-1] },
  { firstFrameMs: [0.5] },
  { firstFrameMs: [120_001] },
  { firstFrameMs: Array.from({ length: 21 }, () => 1) },
  { paths: { direct: 101 } },
  { paths: { canary: 1 } },
  { paths: { constructor: 1 } },
  { failures: { lost: 'canary' } },
  { seconds: { good: 100_001 } },
  { seconds: { good: Number.MAX_VALUE } },
  { freezes: { count: 1 } },
  { freezes: { count: 1, ms: 10_000_001 } },
];
