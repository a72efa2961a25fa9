/**
 * A self-signed certificate for trying out on a network: browsers give no camera to plain HTTP from another machine.
 * Kept until it is about to expire or the machine's addresses change, so that a browser's exception stays good.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { X509Certificate } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  key: string;
  cert: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 365;

export async function selfSignedCertificate(path: string, addresses: readonly string[]): Promise<Certificate> {
  const ips = ['127.0.0.1', '::1', ...addresses];
  const kept = readKept(path, ips);
  if (kept) return kept;
  const { generate } = await import('selfsigned');
  const altNames = [{ type: 2 as const, value: 'localhost' }, ...ips.map((ip) => ({ type: 7 as const, ip }))];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'video-room development' }], {
    keyType: 'ec',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify({ key, cert }), { mode: 0o600 });
  return { key, cert };
}

function readKept(path: string, ips: readonly string[]): Certificate | undefined {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Certificate;
    const certificate = new X509Certificate(kept.cert);
    const isFresh = Date.parse(certificate.validTo) > Date.now() + DAY_MS;
    return isFresh && ips.every((ip) => certificate.checkIP(ip)) ? kept : undefined;
  } catch {
    return undefined;
  }
}
