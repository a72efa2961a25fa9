/**
 * Which pages may connect. Socket.IO's `cors` setting does not guard WebSockets, so this is asked for every connect.
 * An origin must be the server's own or on its list, and on the token's list if that has one. A client without an
 * Origin header is no browser: it can claim any origin, so it may come in unless the token names origins.
 */
import type { ServerSetup } from '../server-setup.js';

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
