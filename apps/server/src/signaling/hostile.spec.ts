import { afterEach, describe, expect, it } from '@jest/globals';
import { ABYSS } from '../../test/hostile-payloads.js';
import { linkBetween, longSdp, offer, openTransport } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

describe('hostile clients', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  it('reach the others with nothing but what was documented', async () => {
    server = await startServer();
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const refused = async (type: string, payload: unknown) => {
      const reply = await ben.request(type, payload);
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    };
    const from = { participant: ada.id, identity: 'ada', name: 'Ada' };
    for (const text of ['', '\u200b\n', 'x'.repeat(2001), 7, ['x'], { toString: 'x' }]) await refused('chat', { text });
    await refused('chat', { text: 'x', from });
    await refused('react', { emoji: '👍', from });
    for (const emoji of ['x', '👍👍', '<img src=x onerror=alert(1)>', '\ufdfd']) await refused('react', { emoji });
    await refused('data', { topic: 't', payload: 1, from });
    for (const payload of [undefined, ABYSS, 'x'.repeat(20_000), Buffer.from('x'), { a: Buffer.from('x') }]) {
      await refused('data', { topic: 't', payload });
    }
    // Deeper than what calls itself can follow, so not to be sent by the usual means.
    const deeper = '['.repeat(30_000) + ']'.repeat(30_000);
    ben.socket.io.engine.write(`2["data",{"topic":"t","payload":${deeper}}]`);
    expect(await ben.next('refused')).toMatchObject({ code: 'bad-message' });
    await refused('moderate', { act: 'mute', participant: ada.id, source: '__proto__' });
    await refused('update', { choices: { handRaised: 'yes' } });
    await refused('update', { choices: { handRaised: true }, handRaisedAt: 0 });
    const payload = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": 1}}') as object;
    expect(await ben.request('data', { topic: '__proto__', payload })).toEqual({ ok: true });
    expect(JSON.stringify((await ada.next('data')).payload)).toBe(JSON.stringify(payload));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(ada.all('data')).toHaveLength(1);
    expect([...ada.all('chat'), ...ada.all('reaction')]).toEqual([]);
    expect(server.log()).not.toContain('"level":"error"');
  });

  it('who flood are slowed down, then cut off; others do not notice', async () => {
    server = await startServer({ SOCKET_BURST: '300', SOCKET_RATE: '1' });
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
    expect(ben.all('refused').length).toBeGreaterThan(100);
    expect(await ada.request('update', { name: 'still here' })).toEqual({ ok: true });
  });

  it('who send a frame that is too large are cut off', async () => {
    server = await startServer();
    const ada = await server.join('ada');
    const ben = await server.join('ben');
    const { id } = linkBetween(ben, ada);
    expect(await ben.request('signal', { ...offer(id), sdp: longSdp(60 * 1024) })).toEqual({ ok: true });
    ben.socket.emit('signal', { ...offer(id), sdp: longSdp(70 * 1024) });
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
      for (let n = 0; n < 40; n += 1) ben.socket.emit('signal', { ...offer(id, (seq += 1)), sdp: longSdp(50_000) });
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

  it('who is in many rooms at once says no more than a few devices need, and others say what they want', async () => {
    server = await startServer({ SOCKET_BURST: '10', SOCKET_RATE: '1' });
    const everywhere = await Promise.all(
      Array.from({ length: 8 }, (_, at) => server.join('eve', { grant: { room: `room ${at}` } })),
    );
    const asked = everywhere.flatMap((client) => Array.from({ length: 10 }, () => client.request('clock', {})));
    const answered = (await Promise.all(asked)).filter(({ ok }) => ok).length;
    expect(answered).toBeGreaterThanOrEqual(40);
    expect(answered).toBeLessThan(60);
    const ada = await server.join('ada', { grant: { room: 'room 0' } });
    expect(await ada.request('clock', {})).toMatchObject({ ok: true });
  });

  it('open no more connections than there may be, and others come in when theirs are closed', async () => {
    server = await startServer({ MAX_CONNECTIONS: '3' });
    const open = await Promise.all([1, 2, 3].map(() => openTransport(server.url)));
    await expect(openTransport(server.url)).rejects.toThrow();
    for (const { close } of open) close();
    const isIn = async () => {
      const opened = await openTransport(server.url).catch(() => undefined);
      opened?.close();
      return !!opened;
    };
    while (!(await isIn()));
  });
});
