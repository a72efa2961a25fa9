import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openTransport } from '../../test/test-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const ALLOWED = 'https://site.example';

/** What looks like the one origin that is allowed, and is another. */
const IMPOSTORS = [
  'https://site.example.evil.example',
  'https://evil.example/https://site.example',
  'https://evilsite.example',
  'https://site.example.',
  'https://www.site.example',
  'https://xn--ste-vla.example',
  'https://xn--site-55b.example',
  'https://site-example',
  'https://site.example:443',
  'https://site.example:8443',
  'https://site.example:80',
  'https://site.exampl',
  'https://site.example2',
  'https://site.example/',
  'https://site.example/path',
  'https://site.example?x',
  'https://site.example#x',
  'https://user@site.example',
  'https://site.example@evil.example',
  'http://site.example',
  'ws://site.example',
  'wss://site.example',
  'HTTPS://SITE.EXAMPLE',
  'https://Site.example',
  'site.example',
  '//site.example',
  'https:site.example',
  'https://site.example, https://evil.example',
  'https://evil.example https://site.example',
  'https://*.example',
  'file://',
  'null',
  'undefined',
  '*',
];

/** What need no key, as anybody may ask it. */
const OPEN = ['/healthz', '/api/v1/token-checks'];

/** Asks for a path as it is written: nothing is made regular on the way. */
async function ask(url: string, method: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url);
  const asked = request({ hostname, port, method, path, headers });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return { status: answer.statusCode ?? 0, headers: answer.headers };
}

/** Other ways to write a path that a router might take for the same, and a guard for another. */
const disguises = (path: string): string[] => [
  path,
  `${path}/`,
  `/${path}`,
  path.replaceAll('/', '//'),
  path.replace('/v1/', '/v1/./'),
  path.replace('/v1/', '/v1/x/../'),
  path.replace('/v1/', '%2fv1%2f'),
  path.replace('/v1/', '/v1%2F'),
  path.replace('/v1/', '\\v1\\'),
  path.toUpperCase(),
  `${path};x=1`,
  `${path}?x=/healthz`,
  `${path}%00`,
  `${path}%20`,
  `/healthz/..${path}`,
  `/healthz%2f..${path}`,
  `http://x${path}`,
];

describe('who asks from elsewhere', () => {
  let server: TestServer;
  const start = async (environment: Record<string, string>) => (server = await startServer(environment));
  afterEach(() => server.stop());

  it('is kept out as a page of every other origin, however much it looks like the one', async () => {
    await start({ ALLOWED_ORIGINS: ALLOWED, REST_RATE: '100000' });
    const token = await server.token();
    for (const origin of IMPOSTORS) {
      const { code } = await server.connect({ auth: { token }, origin }).refusal();
      expect({ origin, code }).toEqual({ origin, code: 'origin-not-allowed' });
      for (const path of ['/api/v1/rooms', '/api/v1/tokens', '/api/v1/rooms/r/participants', '/socket.io/']) {
        const preflight = { origin, 'access-control-request-method': 'POST' };
        const { headers } = await ask(server.url, 'OPTIONS', path, preflight);
        expect(headers['access-control-allow-origin']).toBeUndefined();
        expect(headers['access-control-allow-credentials']).toBeUndefined();
      }
    }
  });

  it('does not get round the key by writing a path another way', async () => {
    await start({ REST_RATE: '100000' });
    const routes = server.routes().filter(({ path }) => path.startsWith('/api/v1/') && !OPEN.includes(path));
    expect(routes.length).toBeGreaterThan(15);
    for (const { method, path } of routes) {
      for (const disguise of disguises(path.replace(/:\w+/g, 'r'))) {
        for (const asked of new Set([method, 'HEAD'])) {
          const { status } = await ask(server.url, asked, disguise);
          expect({ asked, disguise, refused: [400, 401, 404].includes(status) }).toEqual({
            asked,
            disguise,
            refused: true,
          });
        }
      }
    }
  }, 60_000);

  it.each([
    [0, (at: number) => `203.0.113.${at}`, true],
    [0, (at: number) => `203.0.113.${at}, 127.0.0.1`, true],
    [1, (at: number) => `203.0.113.${at}, 192.0.2.1`, true],
    [1, (at: number) => `<script>${at}`, true],
    [1, (at: number) => `192.0.2.1, 203.0.113.${at}`, false],
    [2, (at: number) => `198.51.100.${at}, 192.0.2.1, 192.0.2.2`, true],
  ] as const)('behind %i proxies counts as who it is, whatever it says (%#)', async (hops, forged, isOne) => {
    await start({ TRUST_PROXY: String(hops), CONNECT_RATE: '4', REST_RATE: '2' });
    const [sockets, requests] = [new Set<boolean>(), new Set<number>()];
    for (let at = 1; at < 5; at += 1) {
      const headers = {
        'x-forwarded-for': forged(at),
        forwarded: `for=203.0.113.${at}`,
        'x-real-ip': `203.0.113.${at}`,
      };
      const opened = openTransport(server.url, headers);
      sockets.add(
        await opened.then(
          ({ close }) => (close(), true),
          () => false,
        ),
      );
      requests.add((await ask(server.url, 'GET', '/api/v1/rooms', headers)).status);
    }
    expect(sockets.has(false)).toBe(isOne);
    // What is no address is a name of its own to Express, and costs whoever makes them up only its own requests.
    if (!forged(1).startsWith('<')) expect(requests.has(429)).toBe(isOne);
  });

  it('tells the log once that there may be a proxy it does not know of', async () => {
    await start({});
    const said = () => server.log().split('X-Forwarded-For').length - 1;
    (await openTransport(server.url)).close();
    expect(said()).toBe(0);
    for (let at = 0; at < 3; at += 1) (await openTransport(server.url, { 'x-forwarded-for': '203.0.113.1' })).close();
    expect(said()).toBe(1);
  });
});
