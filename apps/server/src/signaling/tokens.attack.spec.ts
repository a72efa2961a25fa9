/** Forged and bent tokens, wherever the server takes one: all are refused alike, and nobody learns why. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forgedTokens, honestToken, type Target } from '../../../../libs/auth/src/forged-tokens.js';
import { addFigure } from '../../../../bench/report/long-run.js';
import { API_KEY, startServer, type TestServer } from '../../test/test-server.js';

const OTHER_KEY = { id: 'other', secret: 'the-secret-of-another-site-0123456789' };
const UNAUTHORIZED = { code: 'unauthorized', message: 'The token is missing or not valid.' };
const AT_ONCE = 16;

describe('tokens that are none', () => {
  const target: Target = {
    key: API_KEY,
    other: OTHER_KEY,
    room: 'r',
    identity: 'ada',
    now: Math.floor(Date.now() / 1000),
  };
  const forgeries = forgedTokens(target);
  const honest = honestToken(target);
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({
      API_KEYS: [API_KEY, OTHER_KEY].map(({ id, secret }) => `${id}:${secret}`).join(','),
      REST_RATE: '100000',
      CONNECT_RATE: '100000',
      SOCKET_BURST: '100000',
      METRICS_TOKEN: 'a-token-for-figures-and-nothing-else',
    });
  });
  afterAll(() => server.stop());

  /** What each of them is answered with, some at once. */
  async function answers<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>) {
    const all: Answer[] = [];
    for (let n = 0; n < items.length; n += AT_ONCE)
      all.push(...(await Promise.all(items.slice(n, n + AT_ONCE).map(ask))));
    return all;
  }

  /** Adds a figure of how many were refused, all in the one way that is given. */
  function expectAll(where: string, given: readonly unknown[], refusal: unknown): void {
    const wrong = given.filter((answer) => JSON.stringify(answer) !== JSON.stringify(refusal));
    const measured = `${given.length - wrong.length} of ${given.length}`;
    addFigure({ name: `forged ${where} refused alike`, measured, bound: 'all', met: wrong.length === 0 });
    expect(wrong).toEqual([]);
    expect(given.length).toBeGreaterThanOrEqual(100);
  }

  it('come in by no connect', async () => {
    const refusals = await answers(forgeries, async ({ token }) => {
      const client = server.connect({ auth: { token } });
      const refusal = await client.refusal();
      client.close();
      return refusal;
    });
    expectAll('tokens on connecting', refusals, UNAUTHORIZED);
    const ada = server.connect({ auth: { token: honest } });
    expect(await ada.next('ready')).toMatchObject({ participants: [{ identity: 'ada' }] });
  });

  it('renew nothing, and end nothing', async () => {
    const ada = server.connect({ auth: { token: honest } });
    await ada.next('ready');
    const refusals = await answers(forgeries, async ({ token }) => {
      const reply = await ada.request('renew', { token });
      return reply.ok ? 'accepted' : reply.error;
    });
    expectAll('tokens on renewing', refusals, UNAUTHORIZED);
    expect(await ada.request('renew', { token: honest })).toMatchObject({ ok: true });
  });

  it('are told apart by REST only where their holder has one that was truly signed', async () => {
    const check = async (token: string) => {
      const response = await fetch(`${server.url}/api/v1/token-checks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      return [response.status, await response.text()];
    };
    const said = await answers(forgeries, async ({ token, time }) => [await check(token), time ?? 'refused'] as const);
    for (const [answer, result] of said) {
      expect(answer).toEqual([200, JSON.stringify({ result, iceServers: [] })]);
    }
    const strangers = said.filter(([, result]) => result === 'refused').map(([answer]) => answer);
    expectAll('tokens by token-checks', strangers, [200, '{"result":"refused","iceServers":[]}']);
    expect((await check(honest))[1]).toContain('accepted');
  });

  it('and good ones, and resume keys, are no API keys', async () => {
    const ada = server.connect({ auth: { token: honest } });
    const { resumeKey } = await ada.next('ready');
    const { id, secret } = API_KEY;
    const pairs = [
      ...[honest, resumeKey, ...forgeries.map(({ token }) => token)].map((token) => `${id}:${token}`),
      ...[
        '',
        ' ',
        secret.slice(1),
        `${secret} `,
        ` ${secret}`,
        secret.toUpperCase(),
        `${secret}\0`,
        OTHER_KEY.secret,
      ].map((wrong) => `${id}:${wrong}`),
      ...['', ' ', 'nobody', id.toUpperCase(), `${id} `, '__proto__', 'constructor', OTHER_KEY.id].map(
        (wrong) => `${wrong}:${secret}`,
      ),
      `${secret}:${id}`,
      secret,
      '',
      ':',
    ];
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    const headers = [
      ...pairs.map(basic),
      ...[honest, resumeKey, secret, `${id}:${secret}`].map((token) => `Bearer ${token}`),
      `Basic ${id}:${secret}`,
      `Digest username="${id}"`,
      'Basic',
      'nonsense',
    ];
    for (const path of ['rooms', 'rooms/r', 'rooms/none', 'rooms/r/participants', 'occupancy']) {
      const some = path === 'rooms' ? headers : headers.slice(-20);
      const refusals = await answers(some, async (authorization) => {
        const response = await fetch(`${server.url}/api/v1/${path}`, { headers: { authorization } });
        return [response.status, response.headers.get('www-authenticate'), await response.text()];
      });
      const [first] = refusals;
      expect(first?.[0]).toBe(401);
      if (path === 'rooms') expectAll('API keys', refusals, first);
      else expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    }
    const figures = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${honest}` } });
    expect(figures.status).toBe(401);
  });

  it('are for one room and one person, whatever else the page says', async () => {
    const here = await server.token({ room: 'here', identity: 'ada' });
    const auth = { token: here, room: 'there', identity: 'ben', rights: { admin: true }, grants: { roomAdmin: true } };
    const ada = await server.join('ada', { auth });
    expect(ada.ready).toMatchObject({
      room: { name: 'here' },
      participants: [{ identity: 'ada', rights: { admin: false } }],
    });
  });

  it('and nothing of them is in the log', () => {
    const signatures = forgeries.map(({ token }) => token.split('.')[2] ?? '').filter(({ length }) => length > 20);
    expect(signatures.filter((signature) => server.log().includes(signature))).toEqual([]);
  });
});
