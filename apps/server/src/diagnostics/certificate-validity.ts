import type { X509Certificate } from 'node:crypto';
import type { FindingDetail } from './finding.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Renewal that works has happened by then: authorities' own tools renew 30 days before the end. */
const WARN_DAYS = 14;

/** @param now milliseconds since 1970 */
export function judgeValidity(
  certificate: X509Certificate,
  now: number,
): { code: 'certificate-ok' | 'certificate-expiring' | 'certificate-expired'; detail: FindingDetail } {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const detail = { validFrom: new Date(from).toISOString(), validTo: new Date(to).toISOString() };
  if (now < from || now > to) return { code: 'certificate-expired', detail };
  return { code: to - now < WARN_DAYS * DAY_MS ? 'certificate-expiring' : 'certificate-ok', detail };
}
