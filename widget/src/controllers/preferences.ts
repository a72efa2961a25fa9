/**
 * What is remembered of a person on this site: display name and device choices. Storage may be missing, full or
 * blocked (private mode, third-party frames); then nothing is remembered and nothing fails.
 */
import { LIMITS } from '@video-room/protocol';

export interface Preferences {
  name?: string;
  camera?: boolean;
  microphone?: boolean;
}

const KEY = 'video-room:preferences';

export function readPreferences(): Preferences {
  try {
    return parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

export function remember(change: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
  } catch {
    // Blocked storage: the choice holds for this page only.
  }
}

/** Storage is shared with the whole origin, so what comes out of it is checked. */
function parse(value: unknown): Preferences {
  const { name, camera, microphone } = Object(value) as Record<string, unknown>;
  const preferences: Preferences = {};
  if (typeof name === 'string' && name.length <= LIMITS.nameLength) preferences.name = name;
  if (typeof camera === 'boolean') preferences.camera = camera;
  if (typeof microphone === 'boolean') preferences.microphone = microphone;
  return preferences;
}
