/** The figures of a real server follow what happens, and tell nothing of whom. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { Figures } from '../../test/figures.js';
import { linkBetween, offer, type TestClient } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const TOKEN = 'canary-metrics-token-0123456789';
const authorization = `Bearer ${TOKEN}`;

let server: TestServer;
afterEach(() => server.stop());

const figures = () => Figures.of(server.url, { authorization });

describe('the figures', () => {
  const METRICS = { METRICS_TOKEN: TOKEN, SEAT_GRACE: '60' };

  /** Until a figure is as expected: seats follow sockets a moment later. */
  async function until(series: string, value: number): Promise<Figures> {
    for (let n = 0; n < 100; n += 1) {
      const now = await figures();
      if (now.value(series) === value) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${series} is ${(await figures()).value(series)}, not ${value}`);
  }

  const seats = (kind: string, state: string) => `video_room_participants{room_kind="${kind}",state="${state}"}`;

  it('follow who comes, is lost and goes', async () => {
    server = await startServer(METRICS);
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    await server.join('cyd', { grant: { room: 'door', settings: { kind: 'call', access: 'knock' } } });
    const full = await figures();
    expect(full.value('video_room_sockets')).toBe(3);
    expect(full.value('video_room_transports')).toBe(3);
    expect(full.value('video_room_links')).toBe(1);
    expect(full.value('video_room_rooms{kind="meeting"}')).toBe(1);
    expect(full.value('video_room_rooms{kind="call"}')).toBe(1);
    expect(full.value('video_room_rooms{kind="broadcast"}')).toBe(0);
    expect(full.value(seats('meeting', 'online'))).toBe(2);
    expect(full.value(seats('call', 'waiting'))).toBe(1);
    expect(full.value('video_room_join_seconds_count{room_kind="meeting"}')).toBe(2);
    expect(full.value('video_room_join_seconds_count{room_kind="call"}')).toBe(1);
    expect(full.value('video_room_join_seconds_sum{room_kind="meeting"}')).toBeGreaterThan(0);
    ben.drop();
    const away = await until(seats('meeting', 'away'), 1);
    expect(away.value(seats('meeting', 'online'))).toBe(1);
    expect(away.value('video_room_sockets')).toBe(2);
    // Media between browsers goes on.
    expect(away.value('video_room_links')).toBe(1);
    await ada.request('leave', {});
    await until(seats('meeting', 'online'), 0);
  });

  it('count whoever is let in once', async () => {
    server = await startServer(METRICS);
    const settings = { access: 'knock' } as const;
    const max = await server.join('max', { grant: { settings, grants: { roomAdmin: true } } });
    const guest = await server.join('guest', { grant: { settings } });
    const { id: call } = await max.next('call');
    await max.request('answer', { call, accept: true });
    await guest.next('ready', ({ admitted }) => admitted);
    const now = await figures();
    expect(now.value('video_room_join_seconds_count{room_kind="meeting"}')).toBe(2);
    expect(now.value('video_room_calls_total{kind="knock",outcome="accepted"}')).toBe(1);
  });

  it('follow what is passed on, held ones when they go out', async () => {
    server = await startServer(METRICS);
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id: link } = linkBetween(ben, ada);
    const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.7 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
    await ben.request('signal', offer(link));
    for (const seq of [2, 3]) {
      await ben.request('signal', { link, seq, kind: 'candidate', candidate: { ...candidate, usernameFragment: 'u' } });
    }
    const relayed = (kind: string) => `video_room_signals_relayed_total{kind="${kind}"}`;
    const now = await figures();
    expect(now.value(relayed('offer'))).toBe(1);
    expect(now.value(relayed('candidate'))).toBe(2);
    expect(now.value(relayed('answer'))).toBe(0);
    const { resumeKey } = ada.ready;
    ada.drop();
    await ben.next('participant', ({ connection }) => connection === 'away');
    await ben.request('signal', offer(link, 4));
    expect((await figures()).value(relayed('offer'))).toBe(1);
    const { instance } = ada.socket.auth as { instance: string };
    const back = await server.join('ada', { auth: { resumeKey, instance } });
    await back.next('signal');
    expect((await figures()).value(relayed('offer'))).toBe(2);
  });

  describe('follow calls', () => {
    const grant = { settings: { kind: 'call', callsAddUp: false } } as const;
    let ada: TestClient;

    const outcome = (which: string) => `video_room_calls_total{kind="ring",outcome="${which}"}`;

    async function ring(callee: string, device?: TestClient): Promise<string> {
      const reply = await ada.request('call', { kind: 'ring', identity: callee, video: true });
      const call = (reply.ok && reply.call) || '';
      await device?.next('call', ({ id }) => id === call);
      return call;
    }

    it('each by what came of it, once, however many are told', async () => {
      server = await startServer(METRICS);
      ada = await server.join('ada', { grant });
      const ben = await server.join('ben', { grant });
      await server.join('ben', { grant });
      await ben.request('answer', { call: await ring('ben', ben), accept: false });
      await ada.request('hang-up', { call: await ring('ben', ben) });
      await ben.request('update', { choices: { doNotDisturb: true } });
      await ring('ben');
      await ben.request('update', { choices: { doNotDisturb: false } });
      const call = await ring('ben', ben);
      await ben.request('answer', { call, accept: true });
      const now = await figures();
      for (const which of ['declined', 'cancelled', 'busy', 'accepted'])
        expect([which, now.value(outcome(which))]).toEqual([which, 1]);
      expect(now.value(outcome('missed'))).toBe(0);
      expect(now.value('video_room_calls_answered_elsewhere_total{kind="ring"}')).toBe(1);
      expect(now.value('video_room_call_setup_seconds_count{kind="ring"}')).toBe(1);
      await ben.request('hang-up', { call });
      expect((await figures()).value(outcome('accepted'))).toBe(1);
    });

    it('also those that nobody answers', async () => {
      server = await startServer({ ...METRICS, RING_SECONDS: '5' });
      ada = await server.join('ada', { grant });
      await ring('nobody');
      await ada.next('call', ({ state }) => state === 'missed');
      expect((await figures()).value(outcome('missed'))).toBe(1);
    });
  });

  it('follow refusals of connects, messages and requests', async () => {
    server = await startServer(METRICS);
    const ada = await server.join('ada');
    await ada.request('signal', offer('no such link'));
    await ada.request('nonsense', {});
    ada.socket.emit('chat', { text: '' });
    await ada.next('refused');
    await server.connect({ auth: { token: 'nonsense' } }).refusal();
    await fetch(`${server.url}/api/v1/rooms`);
    await fetch(`${server.url}/nothing`);
    const now = await figures();
    const refused = (at: string, code: string) => now.value(`video_room_refusals_total{at="${at}",code="${code}"}`);
    expect(refused('message', 'no-such-link')).toBe(1);
    expect(refused('message', 'unknown-message')).toBe(1);
    expect(refused('message', 'bad-message')).toBe(1);
    expect(refused('connect', 'unauthorized')).toBe(1);
    expect(refused('request', 'unauthorized')).toBe(1);
    expect(refused('request', 'not-found')).toBe(1);
  });

  it('tell of the process', async () => {
    server = await startServer(METRICS);
    const now = await figures();
    expect(now.value('video_room_process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(now.types.get('video_room_nodejs_eventloop_lag_p99_seconds')).toBe('gauge');
    for (const name of now.types.keys()) expect(name).toMatch(/^video_room_/);
  });

  it('tell nothing of who is there, in which room, or from where', async () => {
    server = await startServer(METRICS);
    const grant = {
      room: 'canary-room',
      name: 'canary-name',
      metadata: 'canary-metadata',
      settings: { kind: 'call' },
    } as const;
    const ada = await server.join('canary-ada', { grant });
    const ben = await server.join('canary-ben', { grant: { ...grant, identity: 'canary-ben' } });
    await ada.request('call', { kind: 'ring', identity: 'canary-ben', video: true });
    const { id: call } = await ben.next('call');
    await ben.request('answer', { call, accept: true });
    const { id: link } = await ada.next('link');
    await ada.request('signal', { ...offer(link), sdp: 'v=0\r\ns=canary-sdp' });
    await ada.request('signal', offer('canary-link'));
    await ada.request('canary-message', { text: 'canary-text' });
    await ada.request('data', { topic: 'canary-topic', payload: 'canary-payload' });
    await server.connect({ auth: { token: 'canary-token' }, origin: 'https://canary.example' }).refusal();
    await fetch(`${server.url}/canary-path?canary=1`);
    await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer canary-guess' } });
    const { text, labelValues } = await figures();
    const secrets = ['canary', TOKEN, ada.id, ben.id, call, link, ada.ready.resumeKey, '127.0.0.1', '192.0.2'];
    for (const secret of secrets) expect(text.includes(secret)).toBe(false);
    for (const value of labelValues)
      expect(value).toMatch(/^([a-z_-]{1,32}|\+Inf|[\d.]+|v[\d.]+|[A-Z][A-Za-z]{2,32})$/);
  });
});
