import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { restClient } from '../../test/rest-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import { VERSION } from '../project.js';

/** Sends exactly this; fetch would tidy up paths and bypass caches. */
const rawStatus = (url: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

interface DocumentedAnswer {
  content?: { 'application/json'?: { schema: { example?: unknown } } };
}

describe('the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'video-room-'));
  let server: TestServer;
  beforeAll(async () => {
    mkdirSync(join(folder, 'widget', 'chunks'), { recursive: true });
    writeFileSync(join(folder, 'widget', 'video-room.js'), 'export {};');
    writeFileSync(join(folder, 'widget', 'chunks', 'debug-B1x9Qa.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    server = await startServer({ DEMO: 'on', REST_RATE: '10000' }, { widgetFolder: join(folder, 'widget') });
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('serves the widget to pages of every origin', async () => {
    const response = await fetch(`${server.url}/video-room.js`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'content-type': expect.stringMatching(/javascript/),
      etag: expect.any(String),
    });
    const etag = response.headers.get('etag') ?? '';
    expect(await rawStatus(server.url, '/video-room.js', { 'if-none-match': etag })).toBe(304);
  });

  it('serves hashed chunks for good', async () => {
    const response = await fetch(`${server.url}/chunks/debug-B1x9Qa.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it.each([
    '/../secret.txt',
    '/chunks/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/chunks/',
    '/chunks',
    '/%00',
    '/%',
    '/demo/../package.json',
  ])('gives out nothing at %s', async (path) => {
    expect(await rawStatus(server.url, path)).toBeGreaterThanOrEqual(300);
  });

  it.each(['/', '/log', '/meet/any-room', '/call/any-room', '/broadcast/any-room', '/watch/any-room'])(
    'shows %s under a strict policy',
    async (path) => {
      const response = await fetch(`${server.url}${path}`);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(response.status).toBe(200);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      const html = await response.text();
      expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/);
      for (const [, asset] of html.matchAll(/(?:src|href)="(\/demo\/[^"]+)"/g)) {
        expect((await fetch(`${server.url}${asset}`)).status).toBe(200);
      }
    },
  );

  it.each([
    ['call', { kind: 'call' }, ['microphone', 'camera', 'screen', 'screenAudio']],
    ['broadcast', { kind: 'broadcast' }, ['microphone', 'camera', 'screen', 'screenAudio']],
    ['watch', { kind: 'broadcast' }, []],
  ])('has tokens for the page %s', async (kind, room, publish) => {
    const response = await fetch(`${server.url}/demo/token/${kind}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ room_name: 'demo' }),
    });
    const { participant_token: token } = (await response.json()) as Record<string, string>;
    const { ready } = await server.connect({ auth: { token } }).whenReady();
    expect(ready.room).toMatchObject(room);
    expect(ready.participants.find(({ id }) => id === ready.you)?.rights.publish).toEqual(publish);
  });

  it('writes the room into the page for watchers as text, and nothing else', async () => {
    const response = await fetch(`${server.url}/watch/${encodeURIComponent('"><script>1</script>$&')}`);
    const html = await response.text();
    expect(html).toContain('room="&quot;&gt;&lt;script&gt;1&lt;/script&gt;$&amp;"');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('draws the link of a room as a code, and of nothing else', async () => {
    const response = await fetch(`${server.url}/demo/qr/watch/demo`);
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg/);
    expect((await fetch(`${server.url}/demo/qr/other/demo`)).status).toBe(404);
    expect((await fetch(`${server.url}/demo/qr/watch/${'a'.repeat(5000)}`)).status).toBe(400);
  });

  it('draws codes and makes tokens for one address only so often, but shows pages', async () => {
    const limited = await startServer({ DEMO: 'on', REST_RATE: '3' });
    const statuses = async (path: string, method = 'GET') => {
      const found = [];
      for (let n = 0; n < 4; n += 1) found.push((await fetch(limited.url + path, { method })).status);
      return found;
    };
    try {
      expect(await statuses('/demo/qr/watch/demo')).toEqual([200, 200, 200, 429]);
      expect(await statuses('/demo/token/watch', 'POST')).toEqual([429, 429, 429, 429]);
      expect(await statuses('/watch/demo')).toEqual([200, 200, 200, 200]);
    } finally {
      await limited.stop();
    }
  });

  it('hands out demo tokens in the shape of LiveKit endpoints', async () => {
    const response = await fetch(`${server.url}/demo/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ room_name: 'demo', participant_identity: 'ada', participant_name: 'Ada', extra: 1 }),
    });
    const body = (await response.json()) as Record<string, string>;
    expect(body.server_url).toBe(server.url);
    const client = server.connect({ auth: { token: body.participant_token } });
    expect((await client.next('ready')).participants[0]).toMatchObject({ identity: 'ada', name: 'Ada' });
  });

  it('keeps its kinds of rooms apart, whatever their names', async () => {
    const roomOf = async (kind: string, name: string) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ room_name: name });
      const response = await fetch(`${server.url}/demo/token/${kind}`, { method: 'POST', headers, body });
      const { participant_token: token } = (await response.json()) as { participant_token: string };
      const client = server.connect({ auth: { token } });
      const { room } = await client.next('ready');
      client.close();
      return room;
    };
    const meeting = await roomOf('meet', 'call:team');
    const call = await roomOf('call', 'team');
    expect([meeting.kind, call.kind]).toEqual(['meeting', 'call']);
    expect(meeting.name).not.toBe(call.name);
    expect((await roomOf('watch', 'show')).name).toBe((await roomOf('broadcast', 'show')).name);
  });

  it('says how it is, and to those with a key alone how many are there', async () => {
    const health: unknown = await (await fetch(`${server.url}/healthz`)).json();
    expect(health).toEqual({ status: 'ok', version: VERSION, protocol: 1, now: expect.closeTo(Date.now(), -5) });
    const { rooms, participants } = (await restClient(server.url)('GET', 'occupancy')).body as Record<string, number>;
    await server.join('ada', { grant: { room: 'one more' } });
    const then = await restClient(server.url)('GET', 'occupancy');
    expect(then).toMatchObject({ status: 200, body: { rooms: rooms! + 1, participants: participants! + 1 } });
    expect((await fetch(`${server.url}/api/v1/occupancy`)).status).toBe(401);
  });

  it('documents the API by the schemas that check it', async () => {
    const document = (await (await fetch(`${server.url}/api/docs-json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, DocumentedAnswer> }>>;
      components: { schemas: Record<string, { required: string[] }> };
    };
    expect(Object.keys(document.paths)).toEqual([
      '/api/v1/tokens',
      '/api/v1/token-checks',
      '/api/v1/rooms',
      '/api/v1/rooms/{room}',
      '/api/v1/rooms/{room}/participants',
      '/api/v1/rooms/{room}/participants/{id}',
      '/api/v1/rooms/{room}/participants/{id}/admit',
      '/api/v1/rooms/{room}/participants/{id}/decline',
      '/api/v1/rooms/{room}/people/{identity}',
      '/api/v1/rooms/{room}/participants/{id}/mute',
      '/api/v1/rooms/{room}/participants/{id}/ask-to-unmute',
      '/api/v1/rooms/{room}/participants/{id}/lower-hand',
      '/api/v1/rooms/{room}/mute',
      '/api/v1/rooms/{room}/messages',
      '/api/v1/rooms/{room}/data',
      '/api/v1/rooms/{room}/calls',
      '/api/v1/rooms/{room}/calls/{id}',
      '/api/v1/rooms/{room}/timeline',
      '/api/v1/rooms/{room}/calls/{id}/timeline',
      '/api/v1/occupancy',
      '/api/v1/diagnostics',
      '/healthz',
    ]);
    expect(document.components.schemas.TokenRequest?.required).toEqual(['room', 'identity']);
    expect((await fetch(`${server.url}/api/docs`)).status).toBe(200);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
        for (const [status, { content }] of answers) {
          const example = content?.['application/json']?.schema.example;
          expect([method, path, example !== undefined]).toEqual([method, path, status !== '204']);
        }
      }
    }
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g);
    for (const [, name = ''] of references) expect(document.components.schemas).toHaveProperty(name);
    expect(JSON.stringify(document)).not.toMatch(/"\$ref":"#\/(?!components\/)/);
  });

  it('answers what it does not know with a problem', async () => {
    const response = await fetch(`${server.url}/nothing<b>`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('has no demo unless asked for', async () => {
    const plain = await startServer();
    try {
      for (const path of ['/', '/meet/x', '/demo/site.css']) expect((await fetch(plain.url + path)).status).toBe(404);
      expect((await fetch(`${plain.url}/demo/token`, { method: 'POST' })).status).toBe(404);
    } finally {
      await plain.stop();
    }
  });
});
