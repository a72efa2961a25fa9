import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkBetween, offer, openTransport } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const CANARY = 'canary-7f3a';

describe('hostile clients', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  it('get an answer to every payload, and nothing of it back', async () => {
    server = await startServer({ SOCKET_BURST: '100000', SOCKET_RATE: '10000' });
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    const type = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('signal', 'update') },
      fc.constantFrom('ready', 'error', '__proto__', 'constructor', 'toString', 'message', 'connection', ''),
      fc.string(),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(null, '', CANARY, id, [], {}, [[]], Number.MAX_VALUE, -0, '\ud800', 'x'.repeat(1_500)),
      fc.uint8Array({ maxLength: 20 }),
    );
    const fields = fc.dictionary(
      fc.constantFrom('link', 'seq', 'kind', 'sdp', 'offer', 'candidate', 'name', 'media', 'from', '__proto__', CANARY),
      fc.oneof(value, fc.constantFrom('offer', 'answer', 'candidate', 1, { microphone: 1, camera: CANARY })),
    );
    const payload = fc.oneof({ weight: 3, arbitrary: fields }, value);
    let count = 0;
    const run = async (name: string, payloads: unknown[]) => {
      const reply = await ben.request(name, ...payloads);
      count += 1;
      expect(typeof reply.ok).toBe('boolean');
      if (!reply.ok) expect(reply.error.code).not.toBe('internal');
      expect(JSON.stringify(reply)).not.toContain(CANARY);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(type, fc.array(payload, { maxLength: 3 })), { minLength: 5, maxLength: 40 }),
        async (calls) => {
          await Promise.all(calls.map(([name, payloads]) => run(name, payloads)));
        },
      ),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(2000);
    expect(await ben.request('signal', offer(id, 9))).toEqual({ ok: true });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(server.log()).not.toContain('"level":"error"');
    expect(ada.all('signal').every((signal) => signal.from === ben.id && signal.link === id)).toBe(true);
  }, 30_000);

  it('who flood are slowed down, then cut off; others do not notice', async () => {
    server = await startServer({ SOCKET_BURST: '300', SOCKET_RATE: '50' });
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    const replies = await Promise.all(Array.from({ length: 320 }, (_, n) => ben.request('signal', offer(id, n + 1))));
    const refused = replies.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(20);
    for (const reply of refused) {
      expect(reply).toMatchObject({ error: { code: 'rate-limited', retryAfterMs: expect.any(Number) } });
    }
    for (let n = 0; n < 1500; n += 1) ben.socket.emit('signal', offer(id, n + 1));
    await ben.disconnected();
    expect(ben.all('refused').length).toBeGreaterThan(500);
    expect(await ada.request('update', { name: 'still here' })).toEqual({ ok: true });
  });

  it('who send a frame that is too large are cut off', async () => {
    server = await startServer();
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    expect(await ben.request('signal', { ...offer(id), sdp: 'x'.repeat(60 * 1024) })).toEqual({ ok: true });
    ben.socket.emit('signal', { ...offer(id), sdp: 'x'.repeat(70 * 1024) });
    await ben.disconnected();
    expect(await ada.next('participant', ({ connection }) => connection === 'away')).toMatchObject({ id: ben.id });
    expect(ada.all('signal')).toHaveLength(1);
  });

  it('who do not read are cut off before they cost much memory', async () => {
    server = await startServer({ SOCKET_BURST: '100000', SOCKET_RATE: '10000' });
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    const transport = ada.socket.io.engine.transport as unknown as {
      ws: { _socket: { pause(): void; resume(): void } };
    };
    transport.ws._socket.pause();
    let seq = 0;
    const flood = setInterval(() => {
      for (let n = 0; n < 40; n += 1) ben.socket.emit('signal', { ...offer(id, (seq += 1)), sdp: 'x'.repeat(50_000) });
    }, 10);
    try {
      await ben.next('participant', ({ connection }) => connection === 'away');
    } finally {
      clearInterval(flood);
      transport.ws._socket.resume();
    }
    expect(server.log()).toContain('cut off a client that does not read');
  });

  it('who write what is not Socket.IO are cut off, and no other', async () => {
    server = await startServer();
    const ada = await server.join('ada');
    const frames = [
      'garbage',
      '4',
      '42',
      '42[',
      '42["signal"',
      '451-["x"]',
      '49',
      '42["connect",1]',
      '2probe',
      '6',
      '40{"token":1',
    ];
    await Promise.all(
      frames.map(async (frame) => {
        const transport = await openTransport(server.url);
        transport.send(frame);
        transport.close();
        await transport.closed;
      }),
    );
    expect(await ada.request('update', { name: 'fine' })).toEqual({ ok: true });
    expect(server.log()).not.toContain('"level":"error"');
  });
});
