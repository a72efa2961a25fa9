/** Reads `stun:`, `stuns:` (RFC 7064), `turn:` and `turns:` (RFC 7065) URLs. */

/** `dtls` is understood, but Node cannot speak it. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'dtls';

export interface ServerAddress {
  /** Name or address, IPv6 without brackets. */
  host: string;
  port: number;
  transport: Transport;
}

const SHAPE = /^(stuns?|turns?):(\[[\da-f:.]+\]|[^:?[\]]+)(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i;
const PORT = 3478;
const TLS_PORT = 5349;

/** @throws TypeError for what is no such URL. */
export function parseServerUrl(text: string): ServerAddress {
  const [, scheme, host, port, carried] = SHAPE.exec(text) ?? [];
  if (scheme === undefined || host === undefined) throw new TypeError('is no STUN or TURN URL');
  const isSecure = scheme.toLowerCase().endsWith('s');
  const number = port === undefined ? (isSecure ? TLS_PORT : PORT) : Number(port);
  if (number < 1 || number > 65_535) throw new TypeError('has a port that cannot be');
  return { host: host.replace(/^\[|\]$/g, ''), port: number, transport: transportOf(isSecure, carried) };
}

/** What is not said is UDP without TLS, and TCP with it. */
function transportOf(isSecure: boolean, carried: string | undefined): Transport {
  if (isSecure) return carried === 'udp' ? 'dtls' : 'tls';
  return carried === 'tcp' ? 'tcp' : 'udp';
}
