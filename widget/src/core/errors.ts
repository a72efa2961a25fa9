/**
 * Errors of the widget. Foreign errors (DOM exceptions, socket errors, fetch) become a `VideoRoomError` at the edge
 * where they enter the core; words for people are in text/ by code.
 */
import { ERROR_CODES, isErrorCode, type ErrorCategory, type ErrorCode } from '@video-room/protocol';

/** Codes of what can fail on this side of the wire. */
const CLIENT_ERROR_CODES = {
  /** Neither a token nor a token endpoint was given. */
  'token-missing': 'auth',
  /** The token endpoint did not answer with a token. */
  'token-endpoint-failed': 'network',
  /** No connection to the server could be made. */
  'server-unreachable': 'network',
  /** The browser has no WebRTC. */
  'browser-unsupported': 'browser',
  /** The page is not a secure context, so browsers give it no camera or microphone. */
  'insecure-context': 'device',
  /** The person, the browser or the page's policy refused the device. */
  'device-denied': 'device',
  /** There is no such device. */
  'device-not-found': 'device',
  /** Another program holds the device, or it could not be started. */
  'device-in-use': 'device',
  /** The device failed for another reason. */
  'device-failed': 'device',
  /** The device stopped in mid-call. */
  'device-lost': 'device',
  /** The person chose no screen to share, or said no. */
  'screen-denied': 'device',
  /** The page's policy or the system forbids sharing screens. */
  'screen-blocked': 'device',
  /** The browser cannot share screens, as on phones. */
  'screen-unsupported': 'device',
  /** Sharing was asked for by the page, and not by a click or a key. */
  'screen-needs-gesture': 'device',
  /** The screen could not be shared for another reason. */
  'screen-failed': 'device',
} as const;

export type ClientErrorCode = keyof typeof CLIENT_ERROR_CODES;
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
    return isErrorCode(this.code) ? ERROR_CODES[this.code] : CLIENT_ERROR_CODES[this.code];
  }
}
