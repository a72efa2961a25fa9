/** The whole of it, as a site's backend and as an operator ask for it. */
import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../../libs/turn-check/src/free-port.js';
import { findCoturn, startCoturn, type Coturn } from '../../../../libs/turn-check/src/local-coturn.js';
import { runDoctor } from '../../test/doctor-command.js';
import { BASIC, restClient } from '../../test/rest-client.js';
import { API_KEY, startServer, type TestServer } from '../../test/test-server.js';
import { readConfig } from '../config.js';
import { completeSetup } from '../server-setup.js';
import { Doctor } from './doctor.js';
import type { Examination } from './examination.js';

const SECRET = 'c4n4ry-0f5c27b9e84d613a-of-the-relay';

/** No secret, no credential made with it, and no user name it was made for. */
function expectNoSecret(text: string): void {
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(API_KEY.secret);
  expect(text).not.toMatch(/diagnostics-[\da-f]{8}|"(credential|password|username)"|[\w+/]{27}=/);
}

const codesOf = ({ findings }: Examination, wanted: string): [string | undefined, string][] =>
  findings.filter(({ check }) => check === wanted).map(({ subject, code }) => [subject, code]);

const stunAt = (port: number): string => `stun:127.0.0.1:${port}`;

async function withServer<Result>(
  environment: Record<string, string>,
  run: (server: TestServer) => Promise<Result>,
): Promise<Result> {
  const server = await startServer(environment);
  try {
    return await run(server);
  } finally {
    await server.stop();
  }
}

const examined = (environment: Record<string, string>): Promise<Examination> =>
  withServer({ LOG_LEVEL: 'debug', ...environment }, async (server) => {
    const { status, body } = await restClient(server.url)('GET', 'diagnostics');
    expect(status).toBe(200);
    expectNoSecret(JSON.stringify(body));
    expectNoSecret(server.log());
    return body as Examination;
  });

/** Left out where there is no coturn: `npm test` names it then, and with CI=true counts it as failed. */
const withCoturn = findCoturn() ? describe : describe.skip;

withCoturn('the diagnostics with a real relay', () => {
  let coturn: Coturn;
  let urls: string[];
  let environment: Record<string, string>;
  beforeAll(async () => {
    coturn = await startCoturn({ secret: SECRET, relays: true });
    urls = [`turn:127.0.0.1:${coturn.port}`, `turn:127.0.0.1:${coturn.port}?transport=tcp`];
    environment = { STUN_URLS: `stun:127.0.0.1:${coturn.port}`, TURN_URLS: urls.join(), TURN_SECRET: SECRET };
  });
  afterAll(() => coturn.stop());

  it('find that it works', async () => {
    const result = await examined(environment);
    expect(codesOf(result, 'turn')).toEqual(urls.map((url) => [url, 'turn-ok']));
    expect(codesOf(result, 'stun')).toEqual([[environment['STUN_URLS'], 'stun-ok']]);
    expect(result.verdict).not.toBe('failed');
  });

  it('find that the secret is another, and say what to do', async () => {
    const result = await examined({ ...environment, TURN_SECRET: `${SECRET}-not` });
    expect(codesOf(result, 'turn')).toEqual(urls.map((url) => [url, 'turn-unauthorized']));
    expect(result.verdict).toBe('failed');
    expect(result.findings.find(({ check }) => check === 'turn')?.remedy).toContain('static-auth-secret');
  });

  it('are the same from the command line, which fails only if something failed', async () => {
    const keys = { API_KEYS: `${API_KEY.id}:${API_KEY.secret}` };
    const good = await runDoctor({ ...keys, ...environment });
    expect(good).toMatchObject({ code: 0, complained: '', left: [] });
    expect(good.said).toMatch(/ok +turn +turn-ok/);
    const bad = await runDoctor({ ...keys, ...environment, TURN_SECRET: `${SECRET}-not` }, '--json');
    expect(bad).toMatchObject({ code: 1, complained: '', left: [] });
    expect(codesOf(JSON.parse(bad.said) as Examination, 'turn')).toEqual(urls.map((url) => [url, 'turn-unauthorized']));
    for (const { said } of [good, bad]) expectNoSecret(said);
  });
});

describe('the diagnostics', () => {
  it('are for those with an API key', async () => {
    await withServer({}, async ({ url }) => {
      expect((await fetch(`${url}/api/v1/diagnostics`)).status).toBe(401);
      const answer = await fetch(`${url}/api/v1/diagnostics`, { headers: { authorization: BASIC } });
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    });
  });

  it('find a relay that is not there', async () => {
    const url = `turn:127.0.0.1:${await freePort()}`;
    expect(codesOf(await examined({ TURN_URLS: url, TURN_SECRET: SECRET }), 'turn')).toEqual([
      [url, 'turn-unreachable'],
    ]);
  });

  it('are made once for all who ask, and given up when the last has gone', async () => {
    const silent = createSocket('udp4');
    await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve));
    const config = readConfig({
      API_KEYS: `${API_KEY.id}:${API_KEY.secret}`,
      STUN_URLS: stunAt(silent.address().port),
    });
    const doctor = new Doctor(completeSetup(config));
    const [one, other] = [new AbortController(), new AbortController()];
    const result = doctor.examine(one.signal);
    expect(doctor.examine(other.signal)).toBe(result);
    one.abort();
    const third = new AbortController();
    expect(doctor.examine(third.signal)).toBe(result);
    other.abort();
    third.abort();
    const later = doctor.examine(new AbortController().signal);
    expect(later).not.toBe(result);
    doctor.onModuleDestroy();
    for (const examination of [result, later]) {
      expect(codesOf(await examination, 'stun')).toEqual([[stunAt(silent.address().port), 'check-aborted']]);
    }
    await new Promise<void>((resolve) => silent.close(resolve));
  });

  // Without giving up, the check would keep its connection for longer than this test may take.
  it('are given up when whoever asked closes the connection', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const environment = { TURN_URLS: `turn:127.0.0.1:${port}?transport=tcp`, TURN_SECRET: SECRET };
    await withServer(environment, async ({ url }) => {
      const asking = new AbortController();
      const connected = new Promise<Socket>((resolve) => silent.once('connection', resolve));
      const answer = fetch(`${url}/api/v1/diagnostics`, { headers: { authorization: BASIC }, signal: asking.signal });
      const socket = (await connected).resume();
      const closed = new Promise((resolve) => socket.once('close', resolve));
      asking.abort();
      await expect(answer).rejects.toThrow();
      await closed;
    });
    await new Promise<void>((resolve) => silent.close(() => resolve()));
  }, 5000);

  it('name every mistake in the settings from the command line, and none of their values', async () => {
    const { code, said, complained } = await runDoctor({
      API_KEYS: SECRET,
      TURN_URLS: `turn:user:${SECRET}@t.example`,
      PORT: 'many',
    });
    expect(code).toBe(1);
    for (const name of ['API_KEYS', 'TURN_URLS', 'PORT']) expect(said).toContain(`${name}: allowed`);
    expectNoSecret(said + complained);
  });

  it('take no other options', async () => {
    expect(await runDoctor({}, '--verbose')).toMatchObject({
      code: 2,
      said: '',
      complained: expect.stringContaining('--json'),
    });
  });
});
