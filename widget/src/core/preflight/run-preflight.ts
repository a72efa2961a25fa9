/**
 * All checks: what does not build on one another at the same time, each told as soon as it is known, all of it ended by one
 * signal. Knows no element and no words.
 */
import type { DeviceSource, IceServer } from '@video-room/protocol';
import { peekClaims } from '../token-claims.js';
import type { Credentials } from '../token-source.js';
import { checkDevice, type DeviceKnowledge } from './check-devices.js';
import { checkRelay, checkStun, RELAY_CHECKS, skippedNetwork } from './check-ice.js';
import { checkLoopback, skippedLoopback } from './check-loopback.js';
import { checkBrowser, checkPolicies, checkSecureContext } from './check-page.js';
import { checkServer, checkWebSocket } from './check-server.js';
import { checkToken, withoutToken, type TokenFindings } from './check-token.js';
import type { PreflightEnvironment } from './environment.js';
import {
  finding,
  LAYER_OF,
  PREFLIGHT_CHECKS,
  verdictOf,
  verdictsByLayer,
  type PreflightCheck,
  type PreflightFinding,
  type PreflightLayer,
  type PreflightResult,
} from './finding.js';
import { inTime } from './in-time.js';
import { judgeRelays } from './judge-relays.js';
import { reportText } from './report-text.js';

/** What is not known by then is not told, in milliseconds. */
const ALL_WITHIN_MS = 14_500;
const TOKEN_TIMEOUT_MS = 3_000;
/** Not to know of these leaves a call unlikely; of the others, only less good. */
const NEEDED_LAYERS: ReadonlySet<PreflightLayer> = new Set(['page', 'server', 'token']);
const MEASURED_MS = 2_000;

export interface PreflightProgress {
  readonly finding: PreflightFinding;
  readonly done: number;
  readonly total: number;
}

export interface PreflightOptions {
  /** Ends it; the promise then rejects with its reason. */
  signal?: AbortSignal;
  /** Called after each check. */
  onProgress?: (progress: PreflightProgress) => void;
}

export interface PreflightRequest {
  environment: PreflightEnvironment;
  /** Origin of the server, unless the credentials name another; empty if there is none. */
  serverUrl: string;
  /** Rejects with `token-missing` or `token-endpoint-failed`. */
  credentials: () => Promise<Credentials>;
  /** The room that the page says the token is for. */
  room?: string | undefined;
  /** What the network is tried with; undefined: with what the server would give for the token. */
  iceServers?: readonly IceServer[] | undefined;
  deviceStates: DeviceKnowledge['states'];
  /** How long as much as can is sent, in milliseconds; default 2,000. */
  measuredMs?: number;
  signal: AbortSignal;
  onProgress: (progress: PreflightProgress) => void;
}

/** Rejects with the reason of the signal if that is aborted, and in no other case. */
export async function runPreflight(request: PreflightRequest): Promise<PreflightResult> {
  const { environment, signal, onProgress } = request;
  const found = new Map<PreflightCheck, PreflightFinding>();
  const tell = (...findings: readonly PreflightFinding[]) => {
    for (const each of findings) {
      if (signal.aborted || found.has(each.check)) continue;
      found.set(each.check, each);
      onProgress({ finding: each, done: found.size, total: PREFLIGHT_CHECKS.length });
    }
  };
  const startedAt = environment.now();
  await inTime(
    signal,
    ALL_WITHIN_MS,
    (lifetime) => checkAll(request, tell, lifetime).catch(() => undefined),
    () => undefined,
  );
  for (const check of PREFLIGHT_CHECKS) {
    if (!found.has(check))
      tell(finding(check, NEEDED_LAYERS.has(LAYER_OF[check]) ? 'failed' : 'warning', 'not-finished'));
  }
  const findings = PREFLIGHT_CHECKS.flatMap((check) => found.get(check) ?? []);
  const result = {
    verdict: verdictOf(findings),
    layers: verdictsByLayer(findings),
    findings,
    startedAt,
    durationMs: environment.now() - startedAt,
  };
  return { ...result, text: reportText(result) };
}

type Tell = (...findings: readonly PreflightFinding[]) => void;

async function checkAll(request: PreflightRequest, tell: Tell, signal: AbortSignal): Promise<void> {
  const { environment, deviceStates } = request;
  const browser = checkBrowser(environment);
  tell(checkSecureContext(environment), browser, ...checkPolicies(environment));
  const credentials = await inTime<Credentials | { cause: unknown }>(
    signal,
    TOKEN_TIMEOUT_MS,
    () => request.credentials().catch((cause: unknown) => ({ cause })),
    () => ({ cause: undefined }),
  );
  const token = 'token' in credentials ? credentials.token : undefined;
  const needed = token === undefined ? (['microphone', 'camera'] as const) : peekClaims(token).publish;
  const device = async (source: DeviceSource) =>
    tell(await checkDevice(environment, source, { needed, states: deviceStates }));
  // What fails in itself keeps nothing else from being found.
  const unknown = () => undefined;
  await Promise.all([
    device('microphone').catch(unknown),
    device('camera').catch(unknown),
    checkServerAndNetwork(request, credentials, browser.code !== 'browser-incomplete', tell, signal).catch(unknown),
  ]);
}

async function checkServerAndNetwork(
  { environment, serverUrl, room, iceServers, measuredMs = MEASURED_MS }: PreflightRequest,
  credentials: Credentials | { cause: unknown },
  hasWebRtc: boolean,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  const url = ('token' in credentials && credentials.serverUrl) || serverUrl;
  const origin = url.replace(/^ws/, 'http').replace(/\/$/, '');
  const refused = new Set<string>();
  const endWatch = environment.watchBlocked((address) => refused.add(address));
  const blocked = (scheme: string) => () =>
    [...refused].some((address) => address.startsWith(origin.replace(/^http/, scheme)));
  try {
    const checked =
      'token' in credentials
        ? checkToken(environment, origin, credentials, room, signal)
        : Promise.resolve(withoutToken(credentials.cause));
    const [tokenFindings] = await Promise.all([
      checked,
      checked.then(({ token }) => tell(token)),
      checkServer(environment, origin, blocked('http'), signal).then(({ server, clock }) => tell(server, clock)),
      checkWebSocket(environment, origin, blocked('ws'), signal).then(tell),
    ]);
    const { skipped, iceServers: offered } = tokenFindings;
    const network = hasWebRtc ? { skipped, iceServers: iceServers ?? offered } : { skipped: 'needs-browser' as const };
    await checkNetwork(environment, network, measuredMs, tell, signal);
  } finally {
    endWatch();
  }
}

async function checkNetwork(
  environment: PreflightEnvironment,
  { iceServers, skipped }: Pick<TokenFindings, 'iceServers' | 'skipped'>,
  measuredMs: number,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  if (!iceServers) {
    const { loopback, bandwidth } = skippedLoopback(skipped);
    return tell(...skippedNetwork(skipped), loopback, bandwidth);
  }
  const stunChecked = checkStun(environment, iceServers, signal);
  const [relays, stun] = await Promise.all([
    Promise.all(RELAY_CHECKS.map((check) => checkRelay(environment, check, iceServers, signal))),
    stunChecked,
    stunChecked.then(tell),
  ]);
  tell(...judgeRelays(relays, stun));
  const working = relays.flatMap((outcome) => outcome.working);
  const { loopback, bandwidth } = await checkLoopback(environment, working, { measuredMs, signal, onConnected: tell });
  tell(loopback, bandwidth);
}
