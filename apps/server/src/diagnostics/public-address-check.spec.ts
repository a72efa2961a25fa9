import { createServer as createHttp } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PROTOCOL_VERSION } from '@video-room/protocol';
import { generate } from 'selfsigned';
import { freePort } from '../../../../libs/turn-check/src/free-port.js';
import { startServer } from '../../test/test-server.js';
import type { Finding } from './finding.js';
import { publicAddressCheck } from './public-address-check.js';

const NEVER = new AbortController().signal;
const DAY_MS = 24 * 60 * 60 * 1000;
const OURS = JSON.stringify({ status: 'ok', version: '1', protocol: PROTOCOL_VERSION });

const findingsAt = async (url: string | undefined, ca?: string): Promise<Finding[]> =>
  publicAddressCheck(url, ca).run(NEVER);

const verdicts = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);

const certificateFor = async (name: string, days: number) => {
  const altNames = [{ type: 2 as const, value: name }];
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 60 * DAY_MS),
    notAfterDate: new Date(Date.now() + days * DAY_MS),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key, cert };
};

let server: Server | ReturnType<typeof createHttp> | undefined;
afterEach(async () => {
  const closing = server;
  server = undefined;
  closing?.closeAllConnections();
  await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
});

/** Where a server answers this. */
async function serve(body: string, tls?: { key: string; cert: string }, headers: Record<string, string> = {}) {
  const answer: Parameters<typeof createHttp>[1] = (_, response) => response.writeHead(200, headers).end(body);
  const started = (server = tls ? createServer(tls, answer) : createHttp(answer));
  await new Promise<void>((resolve) => started.listen(0, 'localhost', resolve));
  return `${tls ? 'https' : 'http'}://localhost:${(started.address() as AddressInfo).port}`;
}

describe('the public address', () => {
  it('need not be known', async () => {
    expect(verdicts(await findingsAt(undefined))).toEqual(['public-url-unset', 'clock-unknown']);
  });

  it('leads to the server itself', async () => {
    const own = await startServer();
    try {
      expect(verdicts(await findingsAt(own.url))).toEqual(['public-url-ok', 'clock-ok']);
    } finally {
      await own.stop();
    }
  });

  it('leads nowhere', async () => {
    const found = await findingsAt(`https://localhost:${await freePort()}`);
    expect(found).toMatchObject([
      { code: 'public-url-unreachable', detail: { reason: 'ECONNREFUSED' } },
      { code: 'clock-unknown' },
    ]);
  });

  it.each(['<html>', 'null', '{"status":"ok","protocol":0}', 'x'.repeat(100_000)])(
    'leads to something else',
    async (body) => {
      expect(verdicts(await findingsAt(await serve(body)))).toContain('public-url-wrong-answer');
    },
  );

  it('does not hang on what never answers', async () => {
    const given = new AbortController();
    const silent = (server = createHttp(() => given.abort()));
    await new Promise<void>((resolve) => silent.listen(0, 'localhost', resolve));
    const url = `http://localhost:${(silent.address() as AddressInfo).port}`;
    expect(await publicAddressCheck(url).run(given.signal)).toMatchObject([
      { code: 'public-url-unreachable', detail: { reason: 'no answer in time' } },
      { code: 'clock-unknown' },
    ]);
  });

  it.each([
    ['good', 'localhost', 90, true, 'certificate-ok'],
    ['about to expire', 'localhost', 13, true, 'certificate-expiring'],
    ['expired', 'localhost', -1, true, 'certificate-expired'],
    ['for another name', 'other.example', 90, true, 'certificate-wrong-name'],
    ['of no authority', 'localhost', 90, false, 'certificate-not-trusted'],
  ] as const)('has a certificate that is %s', async (_, name, days, isTrusted, code) => {
    const tls = await certificateFor(name, days);
    const found = await findingsAt(await serve(OURS, tls), isTrusted ? tls.cert : undefined);
    expect(verdicts(found)).toEqual(['public-url-ok', code, 'clock-ok']);
  });

  it('has another time', async () => {
    const url = await serve(OURS, undefined, { date: new Date(Date.now() - 60_000).toUTCString() });
    const clock = (await findingsAt(url)).find(({ check }) => check === 'clock');
    expect(clock).toMatchObject({ code: 'clock-off', detail: { differenceMs: expect.any(Number) } });
  });
});
