import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';
import { ENVIRONMENT } from './environment.js';
import { selfSignedCertificate } from './startup/certificate.js';

const SECRET = 'canary-canary-canary-canary-canary-0';

function mistakesOf(environment: Record<string, string>): ConfigError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('no mistake was found');
}

describe('the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'video-room-'));
  const pem = join(folder, 'file.pem');
  writeFileSync(pem, '-----BEGIN NOTHING-----');
  writeFileSync(join(folder, 'text'), 'hello');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  beforeAll(async () => {
    const pair = await selfSignedCertificate(join(folder, 'pair.json'), []);
    writeFileSync(key, pair.key);
    writeFileSync(cert, pair.cert);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      host: '0.0.0.0',
      port: 3000,
      apiKeys: [],
      trustProxyHops: 0,
      ice: { stunUrls: [], turnUrls: [], turnTtlSeconds: 600 },
      logLevel: 'info',
      rooms: { capacity: 12, awayGraceMs: 30_000, returnGraceMs: 5000 },
      calls: { ringMs: 45_000 },
      limits: {
        restPerMinute: 120,
        socketBurst: 300,
        socketPerSecond: 50,
        connectsPerMinute: 1200,
        idleMs: 20_000,
        idlePerAddress: 250,
        idleInAll: 2500,
        connections: 20_000,
      },
    });
  });

  it('names a key and a certificate that do not fit, before anything listens', () => {
    expect(mistakesOf({ KEY: pem, CERT: pem }).mistakes.map(({ variable }) => variable)).toEqual(['KEY']);
  });

  it('does not take a list without a key for permission to open the server', () => {
    expect(mistakesOf({ API_KEYS: ' , ' }).mistakes.map(({ variable }) => variable)).toEqual(['API_KEYS']);
  });

  it('reads everything', () => {
    const config = readConfig({
      HOST: '::1',
      PORT: ' 0 ',
      KEY: key,
      CERT: cert,
      API_KEYS: `a:${SECRET}, b:${SECRET}:x ,`,
      ALLOWED_ORIGINS: 'https://a.example, http://localhost:8080',
      STUN_URLS: 'stun:s.example:3478',
      TURN_URLS: 'turn:t.example:3478?transport=tcp,turns:[2001:db8::1]:5349',
      TURN_SECRET: SECRET,
      TURN_TTL: '900',
      LOG_LEVEL: 'debug',
      PUBLIC_URL: 'https://meet.example/',
      TRUST_PROXY: '2',
      ROOM_CAPACITY: '4',
      SEAT_GRACE: '2',
      REST_RATE: '5',
      SOCKET_BURST: '30',
      SOCKET_RATE: '6',
      METRICS_TOKEN: 'canary-canary-canary',
      METRICS_PORT: '9100',
      DEMO: 'off',
    });
    expect(config).toMatchObject({
      host: '::1',
      port: 0,
      tls: { key: expect.any(String), cert: expect.any(String) },
      apiKeys: [
        { id: 'a', secret: SECRET },
        { id: 'b', secret: `${SECRET}:x` },
      ],
      allowedOrigins: ['https://a.example', 'http://localhost:8080'],
      ice: { turnSecret: SECRET, turnTtlSeconds: 900 },
      publicUrl: 'https://meet.example',
      rooms: { capacity: 4, awayGraceMs: 2000, returnGraceMs: 2000 },
      metrics: { token: 'canary-canary-canary', listen: { host: '127.0.0.1', port: 9100 } },
      demo: false,
    });
    expect(config.ice.turnUrls).toHaveLength(2);
    expect(readConfig({ ALLOWED_ORIGINS: '*' }).allowedOrigins).toBe('*');
  });

  it.each([
    ['HOST', 'http://x'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80a'],
    ['PORT', '1e3'],
    ['API_KEYS', 'site'],
    ['API_KEYS', 'site:short'],
    ['API_KEYS', 'site:'],
    ['API_KEYS', `site:${SECRET},site:${SECRET}`],
    ['API_KEYS', `si te:${SECRET}`],
    ['ALLOWED_ORIGINS', 'example.org'],
    ['ALLOWED_ORIGINS', 'https://example.org/'],
    ['ALLOWED_ORIGINS', 'https://example.org/path'],
    ['ALLOWED_ORIGINS', 'https://*.example.org'],
    ['ALLOWED_ORIGINS', 'null'],
    ['ALLOWED_ORIGINS', 'https://a.example,*'],
    ['STUN_URLS', 'stun.example.org'],
    ['STUN_URLS', 'turn:t.example'],
    ['TURN_URLS', 'turn:t.example?transport=sctp'],
    ['TURN_SECRET', 'short'],
    ['TURN_TTL', '4'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'meet.example'],
    ['PUBLIC_URL', 'https://meet.example/path'],
    ['TRUST_PROXY', 'yes'],
    ['ROOM_CAPACITY', '0'],
    ['ROOM_CAPACITY', '1001'],
    ['SEAT_GRACE', '3601'],
    ['REST_RATE', '0'],
    ['SOCKET_BURST', '9'],
    ['SOCKET_RATE', '0'],
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', 'sixteen characters and more'],
    ['METRICS_PORT', '65536'],
    ['METRICS_PORT', '3000'],
    ['METRICS_HOST', 'http://x'],
    ['DEMO', 'true'],
    ['KEY', '/no/such/file'],
    ['CERT', '/no/such/file'],
    ['KEY', join(folder, 'text')],
    ['TURN_URLS', 'turn:needs.a.secret'],
  ])('refuses %s=%s', (variable, value) => {
    const { mistakes } = mistakesOf({ [variable]: value, ...(variable === 'CERT' && { KEY: pem }) });
    const expected = value === 'turn:needs.a.secret' ? 'TURN_SECRET' : variable;
    expect(mistakes.map((mistake) => mistake.variable)).toContain(expected);
    const mistake = mistakes.find((found) => found.variable === expected);
    expect(mistake?.allowed).toBeTruthy();
  });

  it('lists every mistake at once and shows no secret', () => {
    const { mistakes, message } = mistakesOf({
      PORT: 'many',
      API_KEYS: `site:canary,x${SECRET}`,
      TURN_SECRET: 'canary',
      TURN_URLS: 'turn:ann:canary@t.example,turn:canary@t.example',
      METRICS_TOKEN: 'canary',
      LOG_LEVEL: 'loud',
      CERT: pem,
    });
    expect(mistakes.map(({ variable }) => variable).sort()).toEqual([
      'API_KEYS',
      'KEY',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'PORT',
      'TURN_SECRET',
      'TURN_URLS',
    ]);
    expect(message).toContain('"many"');
    expect(message).toContain('"loud"');
    expect(message).not.toContain('canary');
  });

  it('is documented variable by variable', async () => {
    const { readFile } = await import('node:fs/promises');
    const example = await readFile('.env.example', 'utf8');
    for (const name of Object.keys(ENVIRONMENT)) expect(example).toMatch(new RegExp(`^# ${name}=`, 'm'));
  });
});
