import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newInstance } from '../../test/test-client.js';
import { restClient } from '../../test/rest-client.js';
import { startServer, type TestServer } from '../../test/test-server.js';

const ALLOWED = 'https://site.example';
const UNAUTHORIZED = { code: 'unauthorized', message: 'The token is missing or not valid.' };

describe('admission', () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await startServer({ ALLOWED_ORIGINS: `${ALLOWED},http://other.example:8080` });
    token = await server.token();
  });
  afterAll(() => server.stop());

  const refusal = (auth: Record<string, unknown>, origin?: string) =>
    server.connect({ auth, ...(origin !== undefined && { origin }) }).refusal();

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['null', null],
    ['a number', 7],
    ['an object', { toString: 'x' }],
    ['nonsense', 'nonsense'],
    ['too long', 'x'.repeat(9000)],
  ])('refuses a token that is %s', async (_, bad) => {
    expect(await refusal({ token: bad })).toEqual(UNAUTHORIZED);
  });

  it('refuses a token for another key, however the page asks', async () => {
    const elsewhere = token.replace(/\.[^.]+$/, '.c2lnbmF0dXJl');
    expect(await refusal({ token: elsewhere }, 'https://evil.example')).toEqual(UNAUTHORIZED);
  });

  it.each([0, 2, 1.5, -1])('refuses protocol %d', async (protocol) => {
    expect(await refusal({ token, protocol })).toMatchObject({ code: 'protocol-unsupported' });
  });

  it.each([
    { protocol: '1' },
    { instance: 'short' },
    { instance: 'with spaces in it!' },
    { instance: undefined },
    { name: '' },
    { name: '\u200b\u202e' },
    { name: 7 },
    { media: { microphone: true } },
    { media: { microphone: true, camera: 'yes' } },
    { resumeKey: 5 },
  ])('refuses a shape that is not documented: %j', async (fault) => {
    expect(await refusal({ token, ...fault })).toMatchObject({ code: 'bad-message' });
  });

  it.each([ALLOWED, 'http://other.example:8080', undefined])('lets pages of %s in', async (origin) => {
    const client = server.connect({ auth: { token }, ...(origin !== undefined && { origin }) });
    expect(await client.next('ready')).toBeDefined();
  });

  it('lets its own pages in', async () => {
    const client = server.connect({ auth: { token }, origin: server.url });
    expect(await client.next('ready')).toBeDefined();
  });

  it.each([
    'https://evil.example',
    'https://site.example.evil.example',
    'https://evilsite.example',
    'http://site.example',
    'https://site.example:8443',
    'https://sub.site.example',
    'HTTPS://SITE.EXAMPLE',
    'null',
    '*',
    '',
    'https://site.example, https://evil.example',
  ])('keeps pages of %j out', async (origin) => {
    expect(await refusal({ token }, origin)).toMatchObject({ code: 'origin-not-allowed' });
  });

  it('needs the token to allow the origin too, if it names any', async () => {
    const narrow = await server.token({ origins: [ALLOWED, 'https://unknown.example'] });
    expect(await server.connect({ auth: { token: narrow }, origin: ALLOWED }).next('ready')).toBeDefined();
    for (const origin of ['http://other.example:8080', 'https://unknown.example', undefined]) {
      expect(await refusal({ token: narrow }, origin)).toMatchObject({ code: 'origin-not-allowed' });
    }
  });

  it('seats nobody it refuses', async () => {
    await refusal({ token, instance: 'short' });
    await refusal({ token }, 'https://evil.example');
    const { body } = await restClient(server.url)('GET', 'occupancy');
    const seated = await server.join('last', { grant: { room: 'r' } });
    expect(body).toMatchObject({ participants: seated.ready.participants.length - 1 });
  });

  it('leaves no ghost of a connection that ends while it comes in', async () => {
    const room = 'ghosts';
    const passing = await server.token({ room, settings: { capacity: 100 } });
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const client = server.connect({ auth: { token: passing, instance: newInstance() } });
        client.socket.io.on('open', () => setTimeout(() => client.socket.io.engine?.close(), n / 6));
        await new Promise((resolve) => client.socket.io.on('close', resolve));
      }),
    );
    const last = await server.join('last', { grant: { room } });
    await last.until('all others to be away', () => {
      const records = new Map(last.ready.participants.map((record) => [record.id, record]));
      for (const record of last.all('participant')) records.set(record.id, record);
      return [...records.values()].every(({ id, connection }) => id === last.id || connection === 'away');
    });
  });
});
