/**
 * Stable codes of everything the server can refuse. A code never changes its meaning; new ones may be added.
 * Words for people are not here: `message` is for developers, the widget has its own texts by code.
 */
export const ERROR_CODES = {
  /** Token missing, malformed, forged, expired, or for something else. Deliberately not told apart. */
  unauthorized: 'auth',
  /** The page's origin is neither allowed by the server nor by the token. */
  'origin-not-allowed': 'auth',
  /** The token lacks the right to do this. */
  'not-allowed': 'auth',
  /** All seats of the room are taken. */
  'room-full': 'room',
  /** The room takes nobody new. */
  'room-closed': 'room',
  /** The participant was removed from the room and may not come back with the same token. */
  removed: 'room',
  /** No such call is open, or it is not this participant's to do that with. Deliberately not told apart. */
  'no-such-call': 'request',
  /** Nobody of this id is there, or the sender is not shown that person. Deliberately not told apart. */
  'no-such-participant': 'request',
  /** The caller is in a call, and its calls do not add up. */
  'in-a-call': 'request',
  /** Rooms of this kind have no such calls. */
  'wrong-kind': 'request',
  /** The client speaks a protocol version that this server does not. */
  'protocol-unsupported': 'request',
  /** The payload has not the documented shape. */
  'bad-message': 'request',
  /** No message of that name exists. */
  'unknown-message': 'request',
  /** The signal names a link that is not open for the sender. */
  'no-such-link': 'request',
  /** The link is relay-only, and the signal tells another way or an address. */
  'relay-only': 'request',
  /** The other side is away and no more signals can be held for it. */
  'queue-full': 'request',
  /** Too many messages; slow down. */
  'rate-limited': 'request',
  /** The server is stopping; come back shortly. */
  'server-stopping': 'server',
  /** The fault is the server's. */
  internal: 'server',
} as const satisfies Record<string, ErrorCategory>;

/** Who is at fault, so that a client knows what can help: another token, another room, another request, or waiting. */
export type ErrorCategory = 'auth' | 'room' | 'request' | 'server';

export type ErrorCode = keyof typeof ERROR_CODES;

/** How a refusal looks on the wire, in acknowledgements, in `refused` and in `connect_error.data`. */
export interface WireError {
  code: ErrorCode;
  /** For developers, in English. Never contains anything the client sent. */
  message: string;
  /** With `rate-limited`: after how many milliseconds the same message would be accepted. */
  retryAfterMs?: number;
}

/** A refusal on its way to the wire. Thrown by rules and handlers, turned into a `WireError` in one place. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }

  get category(): ErrorCategory {
    return ERROR_CODES[this.code];
  }

  toWire(): WireError {
    const wire: WireError = { code: this.code, message: this.message };
    if (this.retryAfterMs !== undefined) wire.retryAfterMs = this.retryAfterMs;
    return wire;
  }
}

/** Whether `code` is one this version knows. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
