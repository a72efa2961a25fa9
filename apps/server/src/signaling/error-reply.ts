/**
 * The one place where an error becomes what a client is told. A `ProtocolError` says what it says; everything else is
 * our own fault, is logged, and tells a stranger nothing.
 */
import { ProtocolError, type WireError } from '@video-room/protocol';
import type { ServerLog } from '../log/server-log.js';

export function toWireError(error: unknown, log: ServerLog): WireError {
  if (error instanceof ProtocolError) return error.toWire();
  log.error({ err: error }, 'a message could not be handled');
  return { code: 'internal', message: 'The server failed to handle this.' };
}

/** For `next` of a Socket.IO middleware: becomes `connect_error` with `data: {code, message}`. */
export function toConnectError(error: unknown, log: ServerLog): Error & { data: WireError } {
  const data = toWireError(error, log);
  return Object.assign(new Error(data.code), { data });
}

export const badMessage = (): ProtocolError =>
  new ProtocolError('bad-message', 'The payload has not the documented shape.');
