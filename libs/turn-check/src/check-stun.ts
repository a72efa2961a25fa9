import type { CheckOptions, Outcome, StunCode } from './outcome.js';
import { parseServerUrl } from './server-url.js';
import { RefusedError, StunClient } from './stun-client.js';
import { ConnectionError } from './stun-connection.js';
import { METHOD } from './stun-message.js';

/** Asks a STUN server for a binding, as a browser does to learn its own address. @param url `stun:` or `stuns:` */
export async function checkStun(url: string, options: CheckOptions): Promise<Outcome<StunCode>> {
  const startedAt = performance.now();
  const ended = (code: StunCode, reason?: string): Outcome<StunCode> => ({
    code,
    ...(reason !== undefined && { reason }),
    durationMs: Math.round(performance.now() - startedAt),
  });
  const address = parseServerUrl(url);
  if (address.transport === 'dtls') return ended('stun-not-checked');
  let client: StunClient | undefined;
  try {
    client = await StunClient.open(address, options);
    await client.request({ method: METHOD.binding, attributes: () => [] });
    return ended('stun-ok');
  } catch (error) {
    if (error instanceof ConnectionError && error.stage === 'tls') return ended('stun-tls-failed', error.reason);
    if (error instanceof ConnectionError || error instanceof RefusedError) {
      return ended('stun-unreachable', error.reason);
    }
    throw error;
  } finally {
    client?.close();
  }
}
