import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeys, verifyToken } from '@video-room/auth';
import { BASIC } from '../../test/rest-client.js';
import { API_KEY, startServer, type TestServer } from '../../test/test-server.js';

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

describe('POST /api/v1/tokens', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ REST_RATE: '10000', PUBLIC_URL: 'https://meet.example' });
  });
  afterAll(() => server.stop());

  const send = async (body: string, headers: Record<string, string> = {}, on = server): Promise<Answer> => {
    const response = await fetch(`${on.url}/api/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: BASIC, ...headers },
      body,
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  };
  const post = (body: unknown, headers?: Record<string, string>) => send(JSON.stringify(body), headers);
  const grantOf = async ({ body }: Answer) => verifyToken(new ApiKeys([API_KEY]), body.token as string);

  it('answers with a token that opens the room, and the tag', async () => {
    const answer = await post({ room: 'r', identity: 'ada', name: 'Ada' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await grantOf(answer)).toMatchObject({ room: 'r', identity: 'ada', name: 'Ada' });
    const { token, expiresAt, serverUrl, html } = answer.body;
    expect(Date.parse(expiresAt as string) / 1000 - Date.now() / 1000).toBeCloseTo(21_600, -1);
    expect(serverUrl).toBe('https://meet.example');
    expect(html).toBe(
      `<script type="module" src="https://meet.example/video-room.js"></script>\n<video-room token="${String(token)}"></video-room>`,
    );
    const client = server.connect({ auth: { token } });
    expect((await client.next('ready')).participants[0]).toMatchObject({ identity: 'ada', name: 'Ada' });
  });

  it('passes on everything a token can say', async () => {
    const about = { kind: 'broadcast', access: 'knock', capacity: 4, metadata: 'about' };
    const settings = { ...about, showWatchers: true, callsAddUp: true };
    const answer = await post({
      room: 'r',
      identity: 'ada',
      metadata: 'm',
      attributes: { team: 'blue' },
      grants: { canPublishSources: ['microphone'], canSubscribe: false, roomAdmin: true, hidden: true },
      settings,
      origins: ['https://site.example'],
      ttlSeconds: 60,
    });
    expect(await grantOf(answer)).toMatchObject({
      metadata: 'm',
      attributes: { team: 'blue' },
      rights: { publish: ['microphone'], subscribe: false, publishData: true, admin: true },
      hidden: true,
      settings,
      origins: ['https://site.example'],
    });
  });

  it.each([
    ['moderator', { publish: ['microphone', 'camera', 'screen', 'screenAudio'], publishData: true, admin: true }],
    ['participant', { publish: ['microphone', 'camera', 'screen', 'screenAudio'], publishData: true, admin: false }],
    ['viewer', { publish: [], publishData: false, admin: false }],
  ])('knows the role %s', async (role, rights) => {
    const grant = await grantOf(await post({ room: 'r', identity: 'ada', role }));
    expect(grant.rights).toEqual({ subscribe: true, ...rights });
  });

  it.each<[string, unknown, string[]]>([
    ['no fields', {}, ['/room', '/identity']],
    ['empty fields', { room: '', identity: '' }, ['/room', '/identity']],
    ['long fields', { room: 'x'.repeat(129), identity: 'x'.repeat(129) }, ['/room', '/identity']],
    ['unknown fields', { room: 'r', identity: 'a', admin: true, '<b>': 1 }, ['/admin', '/<b>']],
    ['unknown inner fields', { room: 'r', identity: 'a', grants: { roomCreate: true } }, ['/grants/roomCreate']],
    ['a role and grants', { room: 'r', identity: 'a', role: 'viewer', grants: {} }, ['/grants']],
    ['an unknown role', { room: 'r', identity: 'a', role: 'king' }, ['/role']],
    ['a short life', { room: 'r', identity: 'a', ttlSeconds: 59 }, ['/ttlSeconds']],
    ['a long life', { room: 'r', identity: 'a', ttlSeconds: 86_401 }, ['/ttlSeconds']],
    ['a text for a number', { room: 'r', identity: 'a', ttlSeconds: '60' }, ['/ttlSeconds']],
    ['an origin with a path', { room: 'r', identity: 'a', origins: ['https://a.example/x'] }, ['/origins/0']],
    ['an unknown kind', { room: 'r', identity: 'a', settings: { kind: 'party' } }, ['/settings/kind']],
    ['invisible names', { room: 'r', identity: 'a', name: '\u200b' }, ['/name']],
    ['attributes that are no text', { room: 'r', identity: 'a', attributes: { 'a/b~c': 1 } }, ['/attributes/a~1b~0c']],
    ['a list', [], ['']],
  ])('names each fault of a body with %s', async (_, body, pointers) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: 'about:blank', status: 400, code: 'invalid-request' });
    const errors = answer.body.errors as { pointer: string; message: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('refuses more than fits into one token', async () => {
    const attributes = Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`key-${n}`, 'x'.repeat(500)]));
    const answer = await post({ room: 'r', identity: 'a', attributes });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ pointer: '' }] } });
  });

  it.each([
    ['no key', ''],
    ['another way to show it', `Bearer ${API_KEY.secret}`],
    ['another secret', `Basic ${Buffer.from(`${API_KEY.id}:${'x'.repeat(40)}`).toString('base64')}`],
    ['another id', `Basic ${Buffer.from(`nobody:${API_KEY.secret}`).toString('base64')}`],
    ['no colon', `Basic ${Buffer.from(API_KEY.id).toString('base64')}`],
    ['noise', 'Basic ~~~'],
  ])('needs the API key: %s', async (_, authorization) => {
    const answer = await post({ room: 'r', identity: 'a' }, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'The key or token is missing or wrong',
      status: 401,
      code: 'unauthorized',
    });
  });

  it.each([
    ['broken JSON', '{"room":', 400, 'malformed-json'],
    ['a text', '"room"', 400, 'malformed-json'],
    ['null', 'null', 400, 'malformed-json'],
    ['too much', JSON.stringify({ room: 'x'.repeat(70_000) }), 413, 'payload-too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await send(body)).toMatchObject({ status, body: { status, code } });
  });

  it('takes JSON only', async () => {
    const answer = await send('room=r', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('logs neither secrets nor tokens', async () => {
    const { body } = await post({ room: 'r', identity: 'a' });
    expect(server.log()).not.toContain(API_KEY.secret);
    expect(server.log()).not.toContain(body.token);
  });

  it('slows down an address and says for how long', async () => {
    const slow = await startServer({ REST_RATE: '3' });
    try {
      const wrong = { authorization: 'Basic eDp5' };
      for (let n = 0; n < 3; n += 1) expect((await send('{}', wrong, slow)).status).toBe(401);
      const answer = await send('{"room":"r","identity":"a"}', {}, slow);
      expect(answer).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      const forwarded = await send('{}', { 'x-forwarded-for': '198.51.100.7' }, slow);
      expect(forwarded.status).toBe(429);
    } finally {
      await slow.stop();
    }
  });
});
