/** Who may read the figures of a real server, and where. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { Figures } from '../../test/figures.js';
import { BASIC } from '../../test/rest-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const TOKEN = 'canary-metrics-token-0123456789';
const authorization = `Bearer ${TOKEN}`;

let server: TestServer;
afterEach(() => server.stop());

describe('who may read', () => {
  const ask = (headers: Record<string, string> = {}) => fetch(`${server.url}/metrics`, { headers });

  it('is nobody, unless it is configured', async () => {
    server = await startServer();
    for (const shown of ['', BASIC, authorization]) {
      expect((await ask(shown === '' ? {} : { authorization: shown })).status).toBe(404);
    }
  });

  it('is whoever has the token, and nobody else', async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN });
    const answer = await ask({ authorization });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('video_room_sockets 0');
    expect((await ask({ authorization: `bearer  ${TOKEN}` })).status).toBe(200);
    const others = ['', 'Bearer', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, TOKEN, `Basic ${TOKEN}`, BASIC];
    for (const other of others) {
      const refusal = await ask(other === '' ? {} : { authorization: other });
      expect(refusal.status).toBe(401);
      expect(refusal.headers.get('www-authenticate')).toBe('Bearer realm="video-room metrics"');
      expect(refusal.headers.get('content-type')).toContain('application/problem+json');
      expect(await refusal.json()).toMatchObject({ status: 401, code: 'unauthorized' });
    }
    expect((await fetch(`${server.url}/metrics?token=${TOKEN}`)).status).toBe(401);
  });

  it('may not guess fast; reading goes on meanwhile', async () => {
    server = await startServer({ METRICS_TOKEN: TOKEN, REST_RATE: '5' });
    const guesses = await Promise.all(Array.from({ length: 8 }, () => ask({ authorization: 'Bearer guess' })));
    expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect((await ask({ authorization })).status).toBe(200);
  });

  const ownPort = () => {
    const port = /"metricsPort":(\d+)/.exec(server.log())?.[1];
    return `http://127.0.0.1:${port}`;
  };

  it('with a port of its own: whoever reaches it, and on no other', async () => {
    server = await startServer({ METRICS_PORT: '0' });
    expect((await ask()).status).toBe(404);
    expect((await Figures.of(ownPort())).value('video_room_sockets')).toBe(0);
    for (const [method, path] of [
      ['POST', '/metrics'],
      ['GET', '/'],
      ['GET', '/healthz'],
      ['GET', '/api/v1/rooms'],
    ] as const) {
      const answer = await fetch(ownPort() + path, { method });
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not-found' });
    }
  });

  it('with both: whoever reaches the port and has the token', async () => {
    server = await startServer({ METRICS_PORT: '0', METRICS_TOKEN: TOKEN });
    expect((await ask({ authorization })).status).toBe(404);
    const refusal = await fetch(`${ownPort()}/metrics`);
    expect(refusal.status).toBe(401);
    expect(await refusal.json()).toMatchObject({ code: 'unauthorized' });
    expect((await Figures.of(ownPort(), { authorization })).value('video_room_sockets')).toBe(0);
  });

  it('a port that is taken ends the start with its name', async () => {
    server = await startServer();
    const taken = new URL(server.url).port;
    await expect(startServer({ METRICS_PORT: taken })).rejects.toThrow(
      `Cannot listen on 127.0.0.1 port ${taken} (EADDRINUSE). Set METRICS_HOST and METRICS_PORT.`,
    );
  });
});
