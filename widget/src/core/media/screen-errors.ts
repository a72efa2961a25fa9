/** The edge where what `getDisplayMedia` throws becomes an error of ours. */
import { VideoRoomError, type ClientErrorCode } from '../errors.js';
import type { DisplayPort } from './display-port.js';

/** DOMException names of W3C Screen Capture section 5. */
const CODES: Readonly<Record<string, ClientErrorCode>> = {
  NotAllowedError: 'screen-denied',
  SecurityError: 'screen-blocked',
  InvalidStateError: 'screen-needs-gesture',
  InvalidAccessError: 'screen-needs-gesture',
  NotSupportedError: 'screen-unsupported',
};

const ADVICE: Readonly<Partial<Record<ClientErrorCode, string>>> = {
  'screen-blocked':
    'Sharing screens is forbidden. A page needs "display-capture" in its Permissions-Policy (or none), an iframe allow="display-capture"',
  'screen-needs-gesture': 'Browsers share screens only within a click or a key press',
  'screen-denied': 'No screen was chosen',
  'screen-unsupported': 'The browser cannot share screens',
};

export async function toScreenError(cause: unknown, display: Pick<DisplayPort, 'isBlocked'>): Promise<VideoRoomError> {
  if (cause instanceof VideoRoomError) return cause;
  const { name, message } = cause instanceof Error || cause instanceof DOMException ? cause : { name: '', message: '' };
  const refused = CODES[name] ?? 'screen-failed';
  // The person's no has the same name as the system's and the page's.
  const blocked = refused === 'screen-denied' && (/system/i.test(message) || (await display.isBlocked()));
  const code = blocked ? 'screen-blocked' : refused;
  return new VideoRoomError(code, ADVICE[code] ?? `No screen: ${name || 'unknown reason'}`, { cause });
}
