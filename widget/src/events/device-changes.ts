/**
 * Which public events tell what happened to one's devices by themselves, from one state to the next. Pure; apart from
 * changes.ts because it is loaded when something happens.
 */
import { DEVICE_SOURCES } from '@video-room/protocol';
import type { SessionState } from '../core/session-state.js';
import { DeviceErrorEvent } from './device-error.js';
import { DeviceRestoredEvent } from './device-restored.js';

export function deviceChanges(previous: SessionState, state: SessionState): (DeviceErrorEvent | DeviceRestoredEvent)[] {
  return DEVICE_SOURCES.flatMap((source): (DeviceErrorEvent | DeviceRestoredEvent)[] => {
    const before = previous.devices[source];
    const { status, error, track } = state.devices[source];
    if (error && error !== before.error) return [new DeviceErrorEvent(source, error)];
    const troubled = before.status === 'interrupted' || (before.status === 'starting' && before.error);
    return troubled && status === 'on' && !error ? [new DeviceRestoredEvent(source, track?.label ?? '')] : [];
  });
}
