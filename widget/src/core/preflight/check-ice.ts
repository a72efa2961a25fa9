/** STUN and TURN: whether one's own address can be learned, and a relay had over each transport. */
import type { IceServer } from '@video-room/protocol';
import type { PreflightEnvironment } from './environment.js';
import { finding, type OwnPreflightCode, type PreflightCheck, type PreflightFinding } from './finding.js';
import { gather, type Gathering } from './gather.js';

const STUN_TIMEOUT_MS = 4_000;
const TURN_TIMEOUT_MS = 4_500;
/** A server that answers does so within this; browsers wait longer for one that does not. In milliseconds. */
const ANSWERS_WITHIN_MS = 1_500;

const WRONG_CREDENTIAL = new Set([401, 403, 431, 441]);
/** Of `icecandidateerror`: the server could not be reached, or not in that way. */
export const UNREACHABLE = 701;

export const RELAY_CHECKS = ['turn-udp', 'turn-tcp', 'turn-tls'] as const;
export type RelayCheck = (typeof RELAY_CHECKS)[number];

/** Each address with what it is asked with. */
const addresses = (servers: readonly IceServer[], pattern: RegExp): IceServer[] =>
  servers.flatMap(({ urls, ...rest }) =>
    [urls].flat().flatMap((url) => (pattern.test(url) ? [{ ...rest, urls: [url] }] : [])),
  );

export async function checkStun(
  environment: PreflightEnvironment,
  all: readonly IceServer[],
  signal: AbortSignal,
): Promise<PreflightFinding> {
  const servers = addresses(all, /^stuns?:/);
  if (servers.length === 0) return finding('stun', 'skipped', 'not-configured');
  const options = { servers, policy: 'all', until: 'srflx', timeoutMs: STUN_TIMEOUT_MS, signal } as const;
  const gathering = await gather(environment, options);
  if (gathering.types.has('srflx')) return finding('stun', 'ok', 'ok', { ms: gathering.ms });
  // Somebody with a public address learns nothing new; then there is an answer, and no candidate of that type.
  const { complete, errors, ms } = gathering;
  if (complete && errors.length === 0 && ms < ANSWERS_WITHIN_MS) return finding('stun', 'ok', 'ok', { ms });
  return finding('stun', 'warning', 'stun-unreachable');
}

const OF_TRANSPORT: Readonly<Record<RelayCheck, RegExp>> = {
  'turn-udp': /^turn:(?!.*transport=tcp)/,
  'turn-tcp': /^turn:.*transport=tcp/,
  'turn-tls': /^turns:/,
};

export interface RelayOutcome {
  finding: PreflightFinding;
  /** Those that gave a relay. */
  working: readonly IceServer[];
}

export async function checkRelay(
  environment: PreflightEnvironment,
  check: RelayCheck,
  all: readonly IceServer[],
  signal: AbortSignal,
): Promise<RelayOutcome> {
  const servers = addresses(all, OF_TRANSPORT[check]);
  if (servers.length === 0) return { finding: finding(check, 'skipped', 'not-configured'), working: [] };
  const asked = await Promise.all(
    servers.map(async (server) => {
      const options = {
        servers: [server],
        policy: 'relay',
        until: 'relay',
        timeoutMs: TURN_TIMEOUT_MS,
        signal,
      } as const;
      return { server, gathering: await gather(environment, options) };
    }),
  );
  const working = asked.flatMap(({ server, gathering }) => (gathering.types.has('relay') ? [server] : []));
  const failed = asked.find(({ gathering }) => !gathering.types.has('relay'));
  const counts = { working: working.length, of: servers.length };
  if (!failed) return { finding: finding(check, 'ok', 'ok', counts), working };
  const verdict = working.length > 0 ? 'warning' : 'failed';
  return { finding: finding(check, verdict, ...nameFailure(failed.gathering, counts)), working };
}

function nameFailure({ errors, complete }: Gathering, counts: Record<string, number>) {
  const error = errors.find((code) => WRONG_CREDENTIAL.has(code)) ?? errors.at(-1);
  const detail = { ...counts, ...(error !== undefined && { error }) };
  return [codeOf(error, complete), detail] as const;
}

function codeOf(error: number | undefined, complete: boolean): OwnPreflightCode {
  if (error !== undefined && WRONG_CREDENTIAL.has(error)) return 'turn-wrong-credential';
  return error === UNREACHABLE || error === undefined || !complete ? 'turn-unreachable' : 'turn-failed';
}

export const skippedNetwork = (code: OwnPreflightCode): PreflightFinding[] =>
  (['stun', ...RELAY_CHECKS] satisfies PreflightCheck[]).map((check) => finding(check, 'skipped', code));
