import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startServer } from '../../test/test-server.js';
import { readConfig } from '../config.js';
import { completeSetup } from '../server-setup.js';
import { banner } from './banner.js';
import { selfSignedCertificate } from './certificate.js';
import { developmentKey } from './development-key.js';

const folder = mkdtempSync(join(tmpdir(), 'video-room-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the development key', () => {
  it('is made once, kept for the owner only, and made anew when it is spoilt', () => {
    const path = join(folder, 'data', 'key.json');
    const key = developmentKey(path);
    expect(key.secret.length).toBeGreaterThanOrEqual(32);
    expect(developmentKey(path)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, '{"id":"devkey","secret":"short"}');
    expect(developmentKey(path).secret).not.toBe('short');
  });
});

describe('the self-signed certificate', () => {
  it('is good for this machine, is kept, and serves', async () => {
    const path = join(folder, 'certificate.json');
    const made = await selfSignedCertificate(path, ['192.0.2.7']);
    const certificate = new X509Certificate(made.cert);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    for (const ip of ['127.0.0.1', '::1', '192.0.2.7']) expect(certificate.checkIP(ip)).toBe(ip);
    expect(await selfSignedCertificate(path, ['192.0.2.7'])).toEqual(made);
    expect(await selfSignedCertificate(path, ['192.0.2.8'])).not.toEqual(made);
    const server = await startServer({}, { setup: { tls: made } });
    try {
      expect((await server.join('ada')).id).toBeTruthy();
    } finally {
      await server.stop();
    }
  });
});

describe('the banner', () => {
  const key = { id: 'devkey', secret: 's'.repeat(40) };

  it('shows addresses, and the development key with a line to paste', () => {
    const text = banner(completeSetup(readConfig({}), key), 3000, ['192.0.2.7']);
    for (const part of [
      'http://localhost:3000',
      'http://192.0.2.7:3000',
      'http://localhost:3000/video-room.js',
      'http://localhost:3000/api/docs',
      `curl -u devkey:${key.secret}`,
      '--https',
    ]) {
      expect(text).toContain(part);
    }
  });

  it("shows nothing of one's own keys", () => {
    const config = readConfig({ API_KEYS: `site:${'x'.repeat(40)}`, HOST: '127.0.0.1' });
    const text = banner(completeSetup(config), 3000, ['192.0.2.7']);
    expect(text).not.toContain('xxx');
    expect(text).not.toContain('192.0.2.7');
  });

  it('goes with a setup that is open only with the development key', () => {
    expect(completeSetup(readConfig({}), key)).toMatchObject({ allowedOrigins: '*', demo: true });
    const own = readConfig({ API_KEYS: `site:${'x'.repeat(40)}` });
    expect(completeSetup(own)).toMatchObject({ allowedOrigins: [], demo: false });
  });
});
