/**
 * What is remembered of a person on this site: display name and device choices. Storage may be missing, full or
 * blocked (private mode, third-party frames); then nothing is remembered and nothing fails.
 */
import { LIMITS } from '@video-room/protocol';
import type { DeviceKind } from '../core/media/device-port.js';
import type { Processing } from '../core/media/device-setup.js';

export interface Preferences {
  name?: string;
  camera?: boolean;
  microphone?: boolean;
  /** Ids of the devices that were chosen. */
  devices?: Partial<Record<DeviceKind, string>>;
  processing?: Partial<Processing>;
}

const KEY = 'video-room:preferences';

export function readPreferences(): Preferences {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

export function remember({ devices, processing, ...change }: Preferences): void {
  try {
    const before = readPreferences();
    const after: Preferences = { ...before, ...change };
    if (devices) after.devices = { ...before.devices, ...devices };
    if (processing) after.processing = { ...before.processing, ...processing };
    localStorage.setItem(KEY, JSON.stringify(after));
  } catch {
    // Blocked storage: the choice holds for this page only.
  }
}

/** Storage is shared with the whole origin, so what comes out of it is checked. */
function parse(value: unknown): Preferences {
  const { name, camera, microphone, devices, processing } = Object(value) as Record<string, unknown>;
  const preferences: Preferences = {};
  if (typeof name === 'string' && name.length <= LIMITS.nameLength) preferences.name = name;
  if (typeof camera === 'boolean') preferences.camera = camera;
  if (typeof microphone === 'boolean') preferences.microphone = microphone;
  if (devices) preferences.devices = only('string', devices);
  if (processing) preferences.processing = only('boolean', processing);
  return preferences;
}

/** The fields of the one type. */
const only = (type: 'string' | 'boolean', value: unknown): object =>
  Object.fromEntries(Object.entries(Object(value) as object).filter(([, field]) => typeof field === type));
