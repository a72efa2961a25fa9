/** The edge where what `getUserMedia` throws becomes an error of ours. */
import type { DeviceSource } from '@video-room/protocol';
import { VideoRoomError, type ClientErrorCode } from '../errors.js';

/** DOMException names of W3C Media Capture section 10.2. */
const CODES: Readonly<Record<string, ClientErrorCode>> = {
  NotAllowedError: 'device-denied',
  SecurityError: 'device-denied',
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'device-not-found',
  NotReadableError: 'device-in-use',
  AbortError: 'device-in-use',
};

export function toDeviceError(source: DeviceSource, cause: unknown): VideoRoomError {
  if (cause instanceof VideoRoomError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  return new VideoRoomError(CODES[name] ?? 'device-failed', `No ${source}: ${name || 'unknown reason'}`, { cause });
}
