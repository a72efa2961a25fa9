/**
 * What can be said of the configuration by reading it. Pure, so that the start can say it, too, and at once. Mistakes that
 * keep the server from starting are not here: `config.ts` finds them.
 */
import { X509Certificate } from 'node:crypto';
import type { ServerSetup } from '../server-setup.js';
import { judgeValidity } from './certificate-validity.js';
import { finding, type CheckId, type Finding } from './finding.js';
import type { FindingCode } from './finding-codes.js';
import { isPublicHost } from './public-host.js';
import { relayFindings } from './relay-findings.js';
import { secretFindings } from './secret-findings.js';

/** What is known besides the settings. */
export interface Surroundings {
  /** Addresses others may reach this machine by. */
  addresses: readonly string[];
  /** Names of all environment variables that are set to something. */
  variables: readonly string[];
  /** Milliseconds since 1970. */
  now: number;
}

/** Whether the public reaches it, as far as the settings tell. */
export const isPublic = ({ publicUrl }: ServerSetup): boolean =>
  publicUrl !== undefined && isPublicHost(new URL(publicUrl).hostname);

/** Whether this is more than a trial: there are keys of one's own, or the public reaches it. */
const isInProduction = (setup: ServerSetup): boolean => !setup.development || isPublic(setup);

export function configurationFindings(setup: ServerSetup, surroundings: Surroundings): Finding[] {
  const inProduction = isInProduction(setup);
  return [
    ...relayFindings(setup.ice, surroundings.variables, inProduction),
    ...secretFindings(setup, isPublic(setup)),
    finding('origins', inProduction && setup.allowedOrigins === '*' ? 'origins-any' : 'origins-ok'),
    finding('demo', inProduction && setup.demo ? 'demo-public' : 'demo-ok'),
    ...orOk('transport', 'transport-ok', transportCodes(setup, surroundings.addresses)),
    ...certificateFileFindings(setup, surroundings.now),
  ];
}

function transportCodes(setup: ServerSetup, addresses: readonly string[]): FindingCode[] {
  const { publicUrl, tls, trustProxyHops } = setup;
  if (tls) return [];
  if (publicUrl?.startsWith('https:')) return trustProxyHops === 0 ? ['proxy-unknown'] : [];
  if (isPublic(setup)) return ['public-url-plain-http'];
  const listensEverywhere = setup.host === '0.0.0.0' || setup.host === '::';
  return (listensEverywhere ? addresses : [setup.host]).some(isPublicHost) ? ['plain-http'] : [];
}

function certificateFileFindings({ tls }: ServerSetup, now: number): Finding[] {
  if (!tls) return [];
  const validity = judgeValidity(new X509Certificate(tls.cert), now);
  return [finding('certificate', validity.code, { subject: 'CERT', detail: validity.detail })];
}

/** All that was found, or that nothing was. */
export const orOk = (check: CheckId, ok: FindingCode, found: readonly FindingCode[]): Finding[] =>
  (found.length > 0 ? found : [ok]).map((code) => finding(check, code));
