/**
 * One's own devices: there, allowed, and to be opened. What is open already is believed; what would make the browser ask is
 * left alone.
 */
import type { DeviceSource } from '@video-room/protocol';
import type { VideoRoomError } from '../errors.js';
import { nameFailure } from '../media/name-failure.js';
import type { DeviceState } from '../session-state.js';
import type { PreflightEnvironment } from './environment.js';
import { finding, type PreflightCode, type PreflightFinding } from './finding.js';

export interface DeviceKnowledge {
  /** What the token lets one send. */
  needed: readonly DeviceSource[];
  /** As they are in the session now. */
  states: Readonly<Record<DeviceSource, Pick<DeviceState, 'track' | 'wanted' | 'error'>>>;
}

export async function checkDevice(
  environment: PreflightEnvironment,
  source: DeviceSource,
  { needed, states }: DeviceKnowledge,
): Promise<PreflightFinding> {
  if (!needed.includes(source)) return finding(source, 'skipped', 'not-needed');
  const { track, wanted, error } = states[source];
  if (track?.readyState === 'live') return finding(source, 'ok', 'ok');
  // One may join without a device, so nothing of it is worse than a warning.
  if (wanted && error) return finding(source, 'warning', error.code as PreflightCode);
  if (!environment.secure) return finding(source, 'warning', 'insecure-context');
  const { devices } = environment;
  const page = environment.pageFacts(source);
  if (page.allowed === false) return finding(source, 'warning', 'device-blocked-by-page');
  const permission = await devices.permission(source);
  if (permission === 'denied') return finding(source, 'warning', 'device-blocked');
  const present = await (await devices.listing()).list().catch(() => []);
  if (!present.some(({ kind }) => kind === source)) return finding(source, 'warning', 'device-not-found');
  if (permission !== 'granted') return finding(source, 'ok', 'device-unasked');
  try {
    await openOnce(devices, source);
    return finding(source, 'ok', 'ok');
  } catch (cause) {
    const after = await devices.permission(source, true);
    const { code }: VideoRoomError = nameFailure({ source, cause, before: permission, after, page });
    return finding(source, 'warning', code as PreflightCode);
  }
}

/** Opens it for a moment: allowed is not the same as free. */
async function openOnce(devices: PreflightEnvironment['devices'], source: DeviceSource): Promise<void> {
  const stream = await devices.open(source === 'camera' ? { video: true } : { audio: true });
  for (const track of [...stream.getAudioTracks(), ...stream.getVideoTracks()]) track.stop();
}
