/** A real relay (coturn) on this machine, as a browser reaches it. */
import { networkInterfaces } from 'node:os';
import { startCoturn, type Coturn, type CoturnOptions } from '../../libs/turn-check/src/local-coturn.js';

export const RELAY_SECRET = 'the-secret-of-the-relay-in-tests';

/** Browsers relay from no loopback address, so this machine's own is taken where it has one. */
export const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

/** @param options where else, on which port, and with which certificate. */
export function startRelay(options: Pick<CoturnOptions, 'address' | 'port' | 'tls'> = {}): Promise<Coturn> {
  const address = ownAddress();
  return startCoturn({ ...(address !== undefined && { address }), secret: RELAY_SECRET, relays: true, ...options });
}

/** `TURN_URLS` of a server that names it over UDP and TCP. */
export const turnUrls = ({ address, port }: Pick<Coturn, 'address' | 'port'>): string =>
  `turn:${address}:${port}?transport=udp,turn:${address}:${port}?transport=tcp`;
