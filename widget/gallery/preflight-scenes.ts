/** A preflight as it runs, and what it may find. */
import {
  finding,
  PREFLIGHT_CHECKS,
  verdictOf,
  verdictsByLayer,
  type PreflightFinding,
} from '../src/core/preflight/finding.js';
import '../src/elements/vr-preflight/vr-preflight.js';
import type { VrPreflight } from '../src/elements/vr-preflight/vr-preflight.js';
import { waitFor, type Scene, type Stage } from './meeting.js';

const WELL: readonly PreflightFinding[] = PREFLIGHT_CHECKS.map((check) =>
  finding(check, 'ok', 'ok', check === 'bandwidth' ? { kbps: 8400 } : {}),
);

const FAILED: readonly PreflightFinding[] = [
  finding('policy-camera', 'warning', 'blocked-by-frame', { feature: 'camera' }),
  finding('policy-autoplay', 'skipped', 'not-told'),
  finding('camera', 'warning', 'device-blocked-by-page'),
  finding('microphone', 'ok', 'device-unasked'),
  finding('websocket', 'failed', 'websocket-blocked'),
  finding('clock', 'warning', 'clock-off', { seconds: 95 }),
  finding('stun', 'warning', 'stun-unreachable'),
  finding('turn-udp', 'failed', 'turn-unreachable', { error: 701 }),
  finding('turn-tcp', 'failed', 'turn-wrong-credential', { error: 401 }),
  finding('turn-tls', 'skipped', 'not-configured'),
  finding('loopback', 'skipped', 'needs-relay'),
  finding('bandwidth', 'skipped', 'needs-relay'),
];

const BEHIND_FIREWALL: readonly PreflightFinding[] = [
  finding('stun', 'warning', 'stun-unreachable'),
  finding('turn-udp', 'warning', 'udp-blocked', { through: 'TCP' }),
  finding('turn-tls', 'warning', 'turn-tls-failed', { error: 701 }),
];

const withFaults = (faults: readonly PreflightFinding[]) =>
  WELL.map((well) => faults.find(({ check }) => check === well.check) ?? well);

async function show({ element }: Stage, findings: readonly PreflightFinding[]): Promise<void> {
  element.prejoin = true;
  await waitFor(() => element.shadowRoot?.querySelector('vr-prejoin'));
  element.togglePreflight(true);
  const view = await waitFor(() => element.shadowRoot?.querySelector<VrPreflight>('vr-preflight'));
  // What really runs is not to be seen.
  await element.updateComplete;
  const isDone = findings.length === PREFLIGHT_CHECKS.length;
  const verdicts = { verdict: verdictOf(findings), layers: verdictsByLayer(findings) };
  const result = { ...verdicts, findings, startedAt: 0, durationMs: 8_000, text: '' };
  const shown = { findings, result: isDone ? result : undefined, closable: true };
  Object.defineProperty(view, 'shown', { get: () => shown, set: () => undefined });
  view.requestUpdate();
  await view.updateComplete;
}

export const PREFLIGHT_SCENES: Readonly<Record<string, Scene>> = {
  'preflight-running': (stage) => show(stage, WELL.slice(0, 8)),
  'preflight-well': (stage) => show(stage, WELL),
  'preflight-failed': (stage) => show(stage, withFaults(FAILED)),
  'preflight-udp-blocked': (stage) => show(stage, withFaults(BEHIND_FIREWALL)),
};
