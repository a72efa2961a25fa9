/**
 * Errors of the widget. Foreign errors (DOM exceptions, socket errors, fetch) become a `VideoRoomError` at the edge
 * where they enter the core; words for people are in text/ by code.
 */
import { ERROR_CODES, isErrorCode, type ErrorCategory, type ErrorCode } from '@video-room/protocol';

/** Codes of what can fail on this side of the wire, but for devices and screens. */
const CLIENT_ERROR_CODES = {
  /** Neither a token nor a token endpoint was given. */
  'token-missing': 'auth',
  /** The token endpoint did not answer with a token. */
  'token-endpoint-failed': 'network',
  /** No connection to the server could be made. */
  'server-unreachable': 'network',
  /** Somebody cannot be reached directly, nor a relay that could help; it is tried again by itself. */
  'relay-unreachable': 'network',
  /** The browser has no WebRTC. */
  'browser-unsupported': 'browser',
} as const;

/** What can go wrong with one's own camera and microphone. */
export type DeviceErrorCode =
  /** The page is not a secure context, so browsers give it no camera or microphone. */
  | 'insecure-context'
  /** The browser has no way to cameras and microphones. */
  | 'device-unsupported'
  /** The person said no when asked. */
  | 'device-denied'
  /** The person closed the browser's question without an answer. */
  | 'device-dismissed'
  /** The browser is set not to give it to this site. */
  | 'device-blocked'
  /** The operating system does not give it to the browser. */
  | 'device-blocked-by-system'
  /** The page's Permissions-Policy, or the `allow` of the frame it is in, does not give it. */
  | 'device-blocked-by-page'
  /** There is no such device. */
  | 'device-not-found'
  /** Another program holds the device, or it could not be started. */
  | 'device-in-use'
  /** The device cannot do what was asked of it. */
  | 'device-overconstrained'
  /** The device failed for another reason. */
  | 'device-failed'
  /** The device stopped in mid-call: it was unplugged. */
  | 'device-lost'
  /** The permission was taken back in mid-call. */
  | 'device-revoked'
  /** The system took the device away for a while, as for a phone call. It comes back by itself. */
  | 'device-interrupted';

/** What can go wrong with sharing one's screen. */
export type ScreenErrorCode =
  /** The person chose no screen to share, or said no. */
  | 'screen-denied'
  /** The page's policy or the system forbids sharing screens. */
  | 'screen-blocked'
  /** The browser cannot share screens, as on phones. */
  | 'screen-unsupported'
  /** Sharing was asked for by the page, and not by a click or a key. */
  | 'screen-needs-gesture'
  /** The screen could not be shared for another reason. */
  | 'screen-failed';

type OtherClientErrorCode = keyof typeof CLIENT_ERROR_CODES;
export type ClientErrorCode = OtherClientErrorCode | DeviceErrorCode | ScreenErrorCode;
export type VideoRoomErrorCode = ErrorCode | ClientErrorCode;
export type VideoRoomErrorCategory = ErrorCategory | 'network' | 'device' | 'browser';

export class VideoRoomError extends Error {
  override readonly name = 'VideoRoomError';
  readonly code: VideoRoomErrorCode;

  /** @param message for developers, in English. */
  constructor(code: VideoRoomErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get category(): VideoRoomErrorCategory {
    const { code } = this;
    if (isErrorCode(code)) return ERROR_CODES[code];
    return code in CLIENT_ERROR_CODES ? CLIENT_ERROR_CODES[code as OtherClientErrorCode] : 'device';
  }
}
