/**
 * Tells apart what can go wrong with a device, from what the browser threw and what is known beside it. Pure. The names
 * are those of W3C Media Capture section 10.2; the words are Chromium's, as no browser tells it in another way.
 */
import type { DeviceSource } from '@video-room/protocol';
import { VideoRoomError, type DeviceErrorCode } from '../errors.js';
import type { DeviceInfo } from './device-port.js';
import type { PageFacts } from './page-facts.js';

export interface Failure {
  source: DeviceSource;
  /** What `getUserMedia` rejected with. */
  cause: unknown;
  /** The permission before the browser was asked, and now. */
  before: PermissionState | undefined;
  after: PermissionState | undefined;
  page: PageFacts;
}

const CODES: Readonly<Record<string, DeviceErrorCode>> = {
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'device-overconstrained',
  NotReadableError: 'device-in-use',
  AbortError: 'device-in-use',
};

export function nameFailure({ source, cause, ...facts }: Failure): VideoRoomError {
  if (cause instanceof VideoRoomError) return cause;
  const { name = '', message = '' } = cause instanceof Error || cause instanceof DOMException ? cause : {};
  const code = codeOf(name, message, facts);
  return new VideoRoomError(code, `No ${source}: ${[name, message].filter(Boolean).join(', ') || 'unknown reason'}`, {
    cause,
  });
}

type Facts = Omit<Failure, 'source' | 'cause'>;

function codeOf(name: string, message: string, facts: Facts): DeviceErrorCode {
  if (facts.page.allowed === false) return 'device-blocked-by-page';
  // Who may not use a device is not told whether there is one.
  const refused = name === 'NotFoundError' && facts.after === 'denied';
  if (refused || name === 'NotAllowedError' || name === 'SecurityError') return nameRefusal(message, facts);
  return CODES[name] ?? 'device-failed';
}

function nameRefusal(message: string, { before, after, page }: Facts): DeviceErrorCode {
  if (/by system/i.test(message)) return 'device-blocked-by-system';
  // Browsers without a way to ask for the policy say that frames which were not given the device are denied it.
  if (before === 'denied')
    return page.allowed === undefined && page.framed ? 'device-blocked-by-page' : 'device-blocked';
  if (/dismissed/i.test(message)) return 'device-dismissed';
  // Granted to the site and still refused: the system's own switch.
  if (before === 'granted' && after === 'granted') return 'device-blocked-by-system';
  return 'device-denied';
}

export interface Loss {
  source: DeviceSource;
  deviceId: string | undefined;
  permission: PermissionState | undefined;
  /** What is plugged in now. */
  present: readonly DeviceInfo[];
}

/** Why an open device stopped, and whether another may take its place. */
export function nameLoss({ source, deviceId, permission, present }: Loss): { error: VideoRoomError; replace: boolean } {
  const others = present.filter(({ kind }) => kind === source);
  // Without permission a browser tells no ids; a device that stopped but is still there was taken from the page.
  const taken = others.some((other) => !other.deviceId || other.deviceId === deviceId);
  const revoked = permission === 'denied' || (permission === 'prompt' && taken);
  const error = revoked
    ? new VideoRoomError('device-revoked', `The ${source} was taken from the page`)
    : new VideoRoomError('device-lost', `The ${source} stopped`);
  return { error, replace: !revoked && others.length > 0 };
}
