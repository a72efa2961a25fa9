import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { ask, newRoom, pathOf, server } from '../../test/rest-suite.js';
import { API_KEY, startServer } from '../../test/test-server.js';

const SITE = 'https://site.example';
const TURN = {
  ALLOWED_ORIGINS: SITE,
  STUN_URLS: 'stun:stun.example:3478',
  TURN_URLS: 'turn:turn.example:3478',
  TURN_SECRET: 'a-secret-of-the-relay',
};

const check = async (url: string, body: object, origin?: string) => {
  const response = await fetch(`${url}/api/v1/token-checks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin !== undefined && { origin }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};
interface Answer {
  result: string;
  access?: string;
  iceServers: { urls: string[]; username?: string; credential?: string }[];
}
const resultOf = async (body: object, origin?: string) => (await check(server.url, body, origin)).body;

/** A token of the test server's key with these times, in seconds from now. */
function timed({ exp = 600, nbf = 0 }, secret = API_KEY.secret): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const video = { room: 'r', roomJoin: true };
  const claims = { iss: API_KEY.id, sub: 'ada', exp: now + exp, nbf: now + nbf, video };
  const body = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

describe('POST /api/v1/token-checks', () => {
  it('accepts what would open the room, and takes no seat', async () => {
    const room = newRoom();
    const token = await server.token({ room });
    expect(await resultOf({ token })).toEqual({ result: 'accepted', access: 'open', iceServers: [] });
    expect(await resultOf({ token, room })).toMatchObject({ result: 'accepted' });
    expect((await ask('GET', pathOf(room))).status).toBe(404);
  });

  it('names what is wrong with a token of this server', async () => {
    expect(await resultOf({ token: timed({ exp: -60, nbf: -600 }) })).toEqual({ result: 'expired', iceServers: [] });
    expect(await resultOf({ token: timed({ nbf: 300 }) })).toEqual({ result: 'not-yet-valid', iceServers: [] });
    expect(await resultOf({ token: timed({}), room: 'another' })).toEqual({ result: 'other-room', iceServers: [] });
  });

  it.each([
    ['of another key', timed({ exp: -60 }, 'x'.repeat(40))],
    ['that is too long valid', timed({ exp: 90_000 })],
    ['that is none', 'canary'],
    ['that is empty', ''],
  ])('says nothing of a token %s', async (_, token) => {
    expect(await resultOf({ token })).toEqual({ result: 'refused', iceServers: [] });
  });

  it('tells origins that the token leaves out from those the server does', async () => {
    const own = await startServer(TURN);
    try {
      const token = await own.token({ origins: [SITE] });
      const result = async (origin?: string, shown = token) =>
        (await check(own.url, { token: shown }, origin)).body.result;
      expect(await result(SITE)).toBe('accepted');
      expect(await result('https://else.example')).toBe('origin-not-allowed');
      const other = await own.token({ origins: ['https://third.example'] });
      expect(await result(SITE, other)).toBe('other-origin');
      expect(await result(undefined, other)).toBe('other-origin');
    } finally {
      await own.stop();
    }
  });

  it('gives credentials for a short time, the same name to the same holder, and none to whoever must be let in', async () => {
    const own = await startServer(TURN);
    try {
      const serversFor = async (grant: Parameters<typeof own.token>[0]) =>
        (await check(own.url, { token: await own.token(grant) }, SITE)).body;
      const { iceServers } = await serversFor({});
      expect(iceServers.map(({ urls }) => urls)).toEqual([['stun:stun.example:3478'], ['turn:turn.example:3478']]);
      const [until = '', holder = ''] = iceServers[1]?.username?.split(':') ?? [];
      expect(Number(until) - Date.now() / 1000).toBeCloseTo(600, -2);
      expect((await serversFor({})).iceServers[1]?.username).toContain(holder);
      expect((await serversFor({ identity: 'ben' })).iceServers[1]?.username).not.toContain(holder);
      const knocks = await serversFor({ room: 'door', settings: { access: 'knock' } });
      expect(knocks).toEqual({ result: 'accepted', access: 'knock', iceServers: [] });
      const closed = await serversFor({ room: 'shut', settings: { access: 'closed' } });
      expect(closed).toEqual({ result: 'accepted', access: 'closed', iceServers: [] });
      const settings = { access: 'knock' as const };
      const host = await serversFor({ room: 'door', settings, grants: { roomAdmin: true } });
      expect(host.iceServers).toHaveLength(2);
      await own.join('host', { grant: { room: 'kept', settings }, origin: SITE });
      expect(await serversFor({ room: 'kept' })).toMatchObject({ access: 'knock', iceServers: [] });
      expect(own.log()).not.toContain(iceServers[1]?.credential);
    } finally {
      await own.stop();
    }
  });

  it('knows who was removed', async () => {
    const room = newRoom();
    const token = await server.token({ room, identity: 'ada' });
    await server.join('ada', { auth: { token } });
    const { body } = await ask('GET', `${pathOf(room)}/participants`);
    const [{ id }] = (body as { participants: [{ id: string }] }).participants;
    expect((await ask('DELETE', `${pathOf(room)}/participants/${id}`)).status).toBe(204);
    expect(await resultOf({ token })).toEqual({ result: 'removed', iceServers: [] });
  });

  it('can be asked by any page, and refuses bodies that are none', async () => {
    const asks = await fetch(`${server.url}/api/v1/token-checks`, { method: 'OPTIONS', headers: { origin: SITE } });
    expect([asks.status, asks.headers.get('access-control-allow-headers')]).toEqual([204, 'Content-Type']);
    const { status, headers } = await check(server.url, { token: 'x', more: 1 }, SITE);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([400, '*']);
    expect((await check(server.url, { token: 'x'.repeat(8193) })).status).toBe(400);
    expect((await fetch(`${server.url}/healthz`)).headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${server.url}/api/v1/occupancy`)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('slows down an address, and logs no token', async () => {
    const slow = await startServer({ REST_RATE: '2' });
    try {
      const token = await slow.token();
      for (let n = 0; n < 2; n += 1) expect((await check(slow.url, { token })).status).toBe(200);
      const { status, headers } = await check(slow.url, { token });
      expect(status).toBe(429);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(slow.log()).not.toContain(token);
    } finally {
      await slow.stop();
    }
  });
});
