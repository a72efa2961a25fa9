/** What a preflight finds: the checks, by layer, the stable codes of what they can say, and the verdict over several. Pure. */
import type { DeviceErrorCode } from '../errors.js';

/** From what one's own page and computer can do to what the network lets through. */
export const PREFLIGHT_LAYERS = ['page', 'devices', 'server', 'token', 'network'] as const;
export type PreflightLayer = (typeof PREFLIGHT_LAYERS)[number];

/** Which layer each check belongs to, in the order they are shown. */
export const LAYER_OF = {
  'secure-context': 'page',
  browser: 'page',
  'policy-camera': 'page',
  'policy-microphone': 'page',
  'policy-screen': 'page',
  'policy-autoplay': 'page',
  microphone: 'devices',
  camera: 'devices',
  server: 'server',
  websocket: 'server',
  clock: 'server',
  token: 'token',
  stun: 'network',
  'turn-udp': 'network',
  'turn-tcp': 'network',
  'turn-tls': 'network',
  loopback: 'network',
  bandwidth: 'network',
} as const satisfies Record<string, PreflightLayer>;

export type PreflightCheck = keyof typeof LAYER_OF;
export const PREFLIGHT_CHECKS = Object.keys(LAYER_OF) as PreflightCheck[];

/** `warning`: a call is possible, but not everything in it. */
export type PreflightVerdict = 'ok' | 'warning' | 'failed' | 'skipped';

/** Codes of its own; what is wrong with a device is said as everywhere else. */
export type OwnPreflightCode =
  | 'ok'
  /** The browser does not tell, or an older server. */
  | 'not-told'
  /** The server names no such STUN or TURN server. */
  | 'not-configured'
  /** The token lets one only watch. */
  | 'not-needed'
  /** What it builds on failed. */
  | 'needs-browser'
  | 'needs-server'
  | 'needs-token'
  | 'needs-relay'
  | 'needs-admission'
  /** It took too long, or the browser failed at it. */
  | 'not-finished'
  | 'insecure-context'
  /** Without these there is no call. */
  | 'browser-incomplete'
  /** Without these a call is less good. */
  | 'browser-limited'
  | 'blocked-by-header'
  | 'blocked-by-frame'
  /** Joining will ask. */
  | 'device-unasked'
  | 'server-unreachable'
  /** Something else answers at that address. */
  | 'server-unknown'
  | 'protocol-unsupported'
  /** The page's Content-Security-Policy keeps it from the server. */
  | 'blocked-by-csp'
  | 'websocket-blocked'
  | 'clock-off'
  | 'token-missing'
  | 'token-endpoint-failed'
  | 'token-expired'
  | 'token-not-yet-valid'
  | 'token-other-room'
  | 'token-other-origin'
  | 'origin-not-allowed'
  | 'removed'
  | 'token-refused'
  /** Good, and one has to be let in. */
  | 'token-waits'
  | 'room-closed'
  | 'rate-limited'
  | 'stun-unreachable'
  | 'turn-wrong-credential'
  | 'turn-unreachable'
  | 'turn-failed'
  /** No UDP gets through, and a relay by TCP does. */
  | 'udp-blocked'
  /** The relay answers otherwise: its certificate is not trusted, or its port is closed. Browsers do not tell which. */
  | 'turn-tls-failed'
  /** A relay was given, and nothing came through it. */
  | 'relay-blocked'
  | 'bandwidth-low';

export type PreflightCode = OwnPreflightCode | DeviceErrorCode;

/** Facts beside a code. Never an address, a token or a credential. */
export type PreflightDetail = Readonly<Record<string, string | number | readonly string[]>>;

export interface PreflightFinding {
  readonly check: PreflightCheck;
  readonly verdict: PreflightVerdict;
  /** Never changes its meaning. */
  readonly code: PreflightCode;
  readonly detail: PreflightDetail;
}

export interface PreflightResult {
  /** The worst of all. */
  readonly verdict: PreflightVerdict;
  readonly layers: Readonly<Record<PreflightLayer, PreflightVerdict>>;
  /** One for each check, in the order of the layers. */
  readonly findings: readonly PreflightFinding[];
  /** When it began, in milliseconds since 1970, and how long it took, in milliseconds. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** All of it in lines of text, fit to be sent to somebody: it holds no address, token or credential. */
  readonly text: string;
}

export const finding = (
  check: PreflightCheck,
  verdict: PreflightVerdict,
  code: PreflightCode,
  detail: PreflightDetail = {},
): PreflightFinding => ({ check, verdict, code, detail });

const BY_WEIGHT: readonly PreflightVerdict[] = ['failed', 'warning', 'ok', 'skipped'];

/** The worst; `skipped` only where nothing else is. */
export const verdictOf = (findings: readonly Pick<PreflightFinding, 'verdict'>[]): PreflightVerdict =>
  BY_WEIGHT.find((verdict) => findings.some((each) => each.verdict === verdict)) ?? 'skipped';

export const verdictsByLayer = (findings: readonly PreflightFinding[]): Record<PreflightLayer, PreflightVerdict> =>
  Object.fromEntries(
    PREFLIGHT_LAYERS.map((layer) => [layer, verdictOf(findings.filter(({ check }) => LAYER_OF[check] === layer))]),
  ) as Record<PreflightLayer, PreflightVerdict>;
