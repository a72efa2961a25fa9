import { createHmac } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { freePort } from './free-port.js';
import { findCoturn, startCoturn, type Coturn, type CoturnOptions } from './local-coturn.js';
import { checkStun, checkTurn, type Outcome, type TurnCode } from './index.js';

const SECRET = 'canary-of-the-turn-server';
/** Nothing here takes as long: what hangs says how far it came. */
const patience = (): AbortSignal => AbortSignal.timeout(10_000);

/** As coturn's `use-auth-secret` wants them, for the next minute. */
const credentialsFor = (secret: string) => {
  const username = `${Math.floor(Date.now() / 1000) + 60}:p`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
};

const check = (url: string, secret = SECRET, ca?: string): Promise<Outcome<TurnCode>> =>
  checkTurn(url, credentialsFor(secret), { signal: patience(), ...(ca !== undefined && { ca }) });

/** Left out where there is no coturn: `npm test` names it then, and with CI=true counts it as failed. */
const withCoturn = findCoturn() ? describe : describe.skip;

withCoturn('a TURN server is tried by using it', () => {
  const started: Coturn[] = [];
  let certificate: { key: string; cert: string };
  let coturn: Coturn;
  const start = async (options: CoturnOptions): Promise<Coturn> => {
    const server = await startCoturn(options);
    started.push(server);
    return server;
  };
  beforeAll(async () => {
    const altNames = [{ type: 2 as const, value: 'localhost' }];
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      extensions: [{ name: 'subjectAltName', altNames }],
    });
    certificate = { key, cert };
    coturn = await start({ secret: SECRET, tls: certificate, relays: true });
  });
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  it.each(['', '?transport=udp', '?transport=tcp'])('turn:…%s with the right secret', async (transport) => {
    expect(await check(`turn:127.0.0.1:${coturn.port}${transport}`)).toEqual({
      code: 'turn-ok',
      serverAddress: '127.0.0.1',
      relayedAddress: '127.0.0.1',
      durationMs: expect.any(Number),
    });
  });

  it.each(['udp', 'tcp'])('with another secret, over %s', async (transport) => {
    const outcome = await check(`turn:127.0.0.1:${coturn.port}?transport=${transport}`, 'another-secret-entirely');
    expect(outcome).toMatchObject({ code: 'turn-unauthorized', reason: expect.stringMatching(/^401/) });
  });

  it('over TLS: only with a certificate one trusts, and with the right name in it', async () => {
    const url = `turns:localhost:${coturn.tlsPort}?transport=tcp`;
    expect(await check(url)).toMatchObject({ code: 'turn-tls-failed', reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(await check(url, SECRET, certificate.cert)).toMatchObject({ code: 'turn-ok' });
    expect(await check(`turns:127.0.0.1:${coturn.tlsPort}`, SECRET, certificate.cert)).toMatchObject({
      code: 'turn-tls-failed',
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('that relays to nobody', async () => {
    const strict = await start({ secret: SECRET, relays: false });
    for (const transport of ['udp', 'tcp']) {
      expect(await check(`turn:127.0.0.1:${strict.port}?transport=${transport}`)).toMatchObject({
        code: 'turn-no-relay',
        reason: expect.stringMatching(/^403/),
      });
    }
  });

  it('that asks for no credentials', async () => {
    const open = await start({ relays: true });
    expect(await check(`turn:127.0.0.1:${open.port}`)).toMatchObject({ code: 'turn-open' });
  });

  it('also as STUN server', async () => {
    for (const url of [`stun:127.0.0.1:${coturn.port}`, `stun:localhost:${coturn.port}`]) {
      expect(await checkStun(url, { signal: patience() })).toEqual({ code: 'stun-ok', durationMs: expect.any(Number) });
    }
    expect(
      await checkStun(`stuns:localhost:${coturn.tlsPort}`, { signal: patience(), ca: certificate.cert }),
    ).toMatchObject({
      code: 'stun-ok',
    });
    expect(await checkStun(`stuns:localhost:${coturn.tlsPort}`, { signal: patience() })).toMatchObject({
      code: 'stun-tls-failed',
    });
  });
});

describe('a TURN server that is not there', () => {
  it.each(['turn:127.0.0.1:PORT', 'turn:127.0.0.1:PORT?transport=tcp', 'turns:127.0.0.1:PORT'])('%s', async (url) => {
    const port = String(await freePort());
    expect(await check(url.replace('PORT', port))).toMatchObject({ code: 'turn-unreachable', reason: 'ECONNREFUSED' });
  });

  it('has a name nobody knows', async () => {
    for (const transport of ['udp', 'tcp']) {
      expect(await check(`turn:nowhere.invalid?transport=${transport}`)).toMatchObject({ code: 'turn-unreachable' });
    }
    expect(await checkStun('stun:nowhere.invalid', { signal: patience() })).toMatchObject({ code: 'stun-unreachable' });
  });

  it('is something else', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await check(`turn:127.0.0.1:${port}?transport=tcp`)).toMatchObject({
      code: 'turn-unreachable',
      reason: 'answers something that is not STUN',
    });
    expect(await check(`turns:127.0.0.1:${port}`)).toMatchObject({ code: 'turn-tls-failed' });
    await new Promise<void>((resolve) => other.close(() => resolve()));
  });

  it('is behind DTLS, which cannot be tried', async () => {
    expect(await check('turns:127.0.0.1?transport=udp')).toMatchObject({ code: 'turn-not-checked' });
    expect(await checkStun('turns:127.0.0.1?transport=udp', { signal: patience() })).toMatchObject({
      code: 'stun-not-checked',
    });
  });
});
