/** What went wrong with one's devices, in words. Pure. The same thing that happened to both is said once. */
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import type { DeviceErrorCode } from '../../core/errors.js';
import type { SessionState } from '../../core/session-state.js';
import { deviceWords, type Subject } from '../../text/en-devices.js';
import type { ShownTrouble } from './device-panel.js';

/** Nothing changes while the page is there. */
const FINAL: ReadonlySet<DeviceErrorCode> = new Set([
  'insecure-context',
  'device-unsupported',
  'device-blocked-by-page',
]);

export function troublesOf({ devices }: SessionState, sources: readonly DeviceSource[]): ShownTrouble[] {
  const codes = new Map<DeviceErrorCode, DeviceSource[]>();
  for (const source of DEVICE_SOURCES) {
    const { wanted, status, error } = devices[source];
    if (!error || !wanted || status === 'starting' || !sources.includes(source)) continue;
    const code = error.code as DeviceErrorCode;
    codes.set(code, [...(codes.get(code) ?? []), source]);
  }
  return [...codes].map(([code, both]) => troubleOf(code, both));
}

export function troubleOf(code: DeviceErrorCode, sources: readonly DeviceSource[]): ShownTrouble {
  const subject: Subject = sources.length > 1 ? 'both' : (sources[0] ?? 'both');
  const { title, hint } = deviceWords().troubles[code];
  return {
    sources,
    title: title(subject),
    hint: hint(subject),
    retry: !FINAL.has(code),
    passing: code === 'device-interrupted',
  };
}
