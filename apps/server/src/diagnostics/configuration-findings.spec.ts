import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { generate } from 'selfsigned';
import { readConfig } from '../config.js';
import { createServerLog } from '../log/server-log.js';
import { completeSetup, type ServerSetup } from '../server-setup.js';
import { warnOf } from '../startup/configuration-warnings.js';
import { configurationFindings } from './configuration-findings.js';
import { descriptorsNeeded, diskCode } from './system-checks.js';

const CANARY = 'canary-0f5c27b9e84d613a-canary';
const KEYS = { API_KEYS: 'site:k3y-0f5c27b9e84d613a-9d2e7c51-of-the-test' };
const TURN = { TURN_SECRET: CANARY, TURN_URLS: 'turn:t.example,turns:t.example?transport=tcp' };
const PUBLIC = { PUBLIC_URL: 'https://meet.example', TRUST_PROXY: '1' };
const DAY_MS = 24 * 60 * 60 * 1000;

const setupOf = (environment: Record<string, string>): ServerSetup =>
  completeSetup(readConfig(environment), { id: 'devkey', secret: 'd3v-0f5c27b9e84d613a-9d2e7c51-of-the-test' });

/** What is wrong. */
function wrong(
  environment: Record<string, string>,
  { addresses = ['192.168.1.7'], setup = {}, now = Date.now() } = {},
) {
  const all = configurationFindings(
    { ...setupOf(environment), ...setup },
    { addresses, variables: Object.keys(environment), now },
  );
  return all.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'skipped');
}

const codes = (...given: Parameters<typeof wrong>): string[] => wrong(...given).map(({ code }) => code);

describe('the configuration as a whole', () => {
  it('is fine for a first trial, and for a site that says everything', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ ...KEYS, ...TURN, ...PUBLIC })).toEqual([]);
    expect(codes({ PUBLIC_URL: 'http://localhost:3000' })).toEqual([]);
    expect(codes({ PUBLIC_URL: 'http://192.168.1.7:3000' })).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['without a relay', { ...KEYS }, ['turn-missing']],
    ['over UDP only', { ...KEYS, ...TURN, TURN_URLS: 'turn:t.example' }, ['turn-udp-only']],
    [
      'a relay open to all',
      { ...TURN, TURN_URLS: 'turns:staticauth.openrelay.metered.ca:443' },
      ['turn-public-server'],
    ],
    ['fixed credentials', { ...TURN, TURN_PASSWORD: CANARY }, ['turn-static-credentials']],
    ['credentials for a week', { ...TURN, TURN_TTL: '604800' }, ['turn-ttl-long']],
    ['all origins', { ...KEYS, ...TURN, ALLOWED_ORIGINS: '*' }, ['origins-any']],
    ['the demo left on', { ...KEYS, ...TURN, DEMO: 'on' }, ['demo-public']],
    ['a trial in public', { ...TURN, ...PUBLIC }, ['development-key-public', 'origins-any', 'demo-public']],
    ['plain HTTP in public', { ...KEYS, ...TURN, PUBLIC_URL: 'http://meet.example' }, ['public-url-plain-http']],
    ['a proxy nobody told of', { ...KEYS, ...TURN, ...PUBLIC, TRUST_PROXY: '0' }, ['proxy-unknown']],
    ['a public address without HTTPS', { HOST: '203.0.113.7' }, ['plain-http']],
    [
      'the secret of the example',
      { ...TURN, API_KEYS: 'site:0123456789abcdef-replace-me-0123456789abcdef' },
      ['secret-weak'],
    ],
    ['a monotonous secret', { ...TURN, API_KEYS: `site:${'xy'.repeat(20)}` }, ['secret-weak']],
    ['a short secret', { ...TURN, TURN_SECRET: '8f3a6c01d5b29e74' }, ['secret-weak']],
    [
      'one secret for two',
      { ...TURN, API_KEYS: `site:${CANARY}-longer`, TURN_SECRET: `${CANARY}-longer` },
      ['secret-reused'],
    ],
  ])('%s', (_, environment, expected) => {
    const found = wrong(environment);
    expect(found.map(({ code }) => code)).toEqual(expected);
    expect(JSON.stringify(found)).not.toMatch(/canary|replace-me|xyxy|8f3a/);
  });

  it('knows by the addresses of the machine whether all of them are private', () => {
    expect(codes({}, { addresses: ['192.168.1.7', '203.0.113.7'] })).toEqual(['plain-http']);
    expect(codes({ HOST: '127.0.0.1' }, { addresses: ['203.0.113.7'] })).toEqual([]);
  });

  it('reads the certificate of the server itself', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'a' }], {
      keyType: 'ec',
      notAfterDate: new Date(Date.now() + 30 * DAY_MS),
    });
    const options = (days: number) => ({ setup: { tls: { key, cert } }, now: Date.now() + days * DAY_MS });
    expect(codes({}, options(1))).toEqual([]);
    expect(codes({}, options(20))).toEqual(['certificate-expiring']);
    expect(codes({}, options(31))).toEqual(['certificate-expired']);
    expect(codes({}, options(-2))).toEqual(['certificate-expired']);
  });

  it('is said at start, one line for each, without secrets', () => {
    let text = '';
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        text += chunk.toString();
        done();
      },
    });
    const setup = setupOf({ ...KEYS, TURN_SECRET: CANARY, TURN_URLS: 'turn:t.example', DEMO: 'on' });
    warnOf(
      configurationFindings(setup, { addresses: [], variables: [], now: Date.now() }),
      createServerLog('info', sink),
    );
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([
      { level: 'warn', check: 'relays', code: 'turn-udp-only', remedy: expect.any(String), msg: expect.any(String) },
      { level: 'warn', check: 'demo', code: 'demo-public' },
    ]);
    expect(text).not.toMatch(/canary|0f5c27b9/);
  });
});

describe('the machine', () => {
  it('has much, little or no space', () => {
    expect([63, 64, 511, 512].map(diskCode)).toEqual(['disk-full', 'disk-low', 'disk-low', 'disk-ok']);
  });

  it('needs more sockets for larger rooms only when these are very large', () => {
    expect([1, 1000].map(descriptorsNeeded)).toEqual([2100, 2100]);
  });
});
