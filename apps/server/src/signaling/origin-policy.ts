/**
 * Which pages may connect. Socket.IO's `cors` setting does not guard WebSockets, so this is asked for every connect.
 * An origin must be the server's own or on its list, and on the token's list if that has one. A client without an
 * Origin header is no browser: it can claim any origin, so it may come in unless the token names origins.
 */
import type { RoomGrant } from '@video-room/auth';
import { ProtocolError } from '@video-room/protocol';
import type { ServerSetup } from '../server-setup.js';
import type { SignalingSocket } from './signaling-socket.js';

export interface OriginCheck {
  /** The Origin header. */
  origin: string | undefined;
  /** The Host header: what the client thinks the server is called. */
  host: string | undefined;
  /** The token's own list. */
  tokenOrigins?: readonly string[];
}

export function isOriginAllowed(
  { origin, host, tokenOrigins }: OriginCheck,
  { allowedOrigins, publicUrl }: Pick<ServerSetup, 'allowedOrigins' | 'publicUrl'>,
): boolean {
  if (origin === undefined) return tokenOrigins === undefined;
  if (tokenOrigins && !tokenOrigins.includes(origin)) return false;
  if (allowedOrigins === '*' || allowedOrigins.includes(origin) || origin === publicUrl) return true;
  return host !== undefined && (origin === `https://${host}` || origin === `http://${host}`);
}

/** Throws `origin-not-allowed` if the page of this socket may not use the token. */
export function checkOrigin(
  { handshake }: Pick<SignalingSocket, 'handshake'>,
  { origins }: Pick<RoomGrant, 'origins'>,
  setup: Pick<ServerSetup, 'allowedOrigins' | 'publicUrl'>,
): void {
  const { origin, host } = handshake.headers;
  if (isOriginAllowed({ origin, host, ...(origins && { tokenOrigins: origins }) }, setup)) return;
  throw new ProtocolError('origin-not-allowed', 'Pages of this origin may not connect.');
}
