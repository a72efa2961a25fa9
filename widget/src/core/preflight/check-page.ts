/** The page: opened securely, in a browser that can, and allowed by headers and frames to use what a call needs. Pure. */
import type { PolicyFeature } from '../media/page-facts.js';
import type { PreflightEnvironment } from './environment.js';
import { finding, type PreflightCheck, type PreflightFinding } from './finding.js';

/** Names are what browsers call them; the value is where to find them. */
const NEEDED = {
  RTCPeerConnection: 'RTCPeerConnection',
  WebSocket: 'WebSocket',
  replaceTrack: 'RTCRtpSender.prototype.replaceTrack',
} as const;
/** Absent where the page is not secure, which is said already. */
const NEEDED_FOR_DEVICES = { getUserMedia: 'navigator.mediaDevices.getUserMedia' } as const;
const WANTED = {
  setParameters: 'RTCRtpSender.prototype.setParameters',
  getStats: 'RTCPeerConnection.prototype.getStats',
  AudioContext: 'AudioContext',
  ResizeObserver: 'ResizeObserver',
} as const;

const FEATURES: readonly (readonly [PreflightCheck, PolicyFeature])[] = [
  ['policy-camera', 'camera'],
  ['policy-microphone', 'microphone'],
  ['policy-screen', 'display-capture'],
  ['policy-autoplay', 'autoplay'],
];

export const checkSecureContext = ({ secure }: PreflightEnvironment): PreflightFinding =>
  secure ? finding('secure-context', 'ok', 'ok') : finding('secure-context', 'failed', 'insecure-context');

export function checkBrowser({ secure, has }: PreflightEnvironment): PreflightFinding {
  const lacks = (paths: Readonly<Record<string, string>>) =>
    Object.entries(paths).flatMap(([name, path]) => (has(path) ? [] : [name]));
  const missing = lacks(secure ? { ...NEEDED, ...NEEDED_FOR_DEVICES } : NEEDED);
  if (missing.length > 0) return finding('browser', 'failed', 'browser-incomplete', { missing });
  const limits = lacks(WANTED);
  return limits.length > 0
    ? finding('browser', 'warning', 'browser-limited', { missing: limits })
    : finding('browser', 'ok', 'ok');
}

export const checkPolicies = (environment: PreflightEnvironment): PreflightFinding[] =>
  FEATURES.map(([check, feature]) => checkPolicy(environment, check, feature));

/** In a frame the frame is the first to look at: without its `allow` no header helps. */
function checkPolicy({ pageFacts }: PreflightEnvironment, check: PreflightCheck, feature: PolicyFeature) {
  const { allowed, framed } = pageFacts(feature);
  if (allowed === undefined) return finding(check, 'skipped', 'not-told');
  if (allowed) return finding(check, 'ok', 'ok');
  // A call is possible without, as it is without a device.
  return finding(check, 'warning', framed ? 'blocked-by-frame' : 'blocked-by-header', { feature });
}
