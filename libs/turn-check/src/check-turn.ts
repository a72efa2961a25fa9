/**
 * Tries a TURN server by using it: two allocations, and bytes from the one to the other and back. So both ways go through
 * the relay, as in a call of two who both need it, and nothing has to reach the machine this runs on.
 */
import { randomBytes } from 'node:crypto';
import type { CheckOptions, TurnCode, TurnOutcome } from './outcome.js';
import { parseServerUrl } from './server-url.js';
import { RefusedError } from './stun-client.js';
import { ConnectionError } from './stun-connection.js';
import { TurnClient, type TurnCredentials } from './turn-client.js';
import type { SocketAddress } from './xor-address.js';

export interface TurnCheckOptions extends CheckOptions {
  /** How long bytes may take through the relay and back, in milliseconds. Default 3000. */
  relayWithinMs?: number;
}

/** What is relayed is sent this often: between the server's two ends it is UDP whatever leads to the server. */
const REPEAT_MS = 200;
const RELAY_WITHIN_MS = 3000;
const NO_BYTES = 'no bytes came back';
/**
 * A server keeps an allocation for a moment after it was given back, coturn for a second, and may meet its 5-tuple again then.
 * RFC 8656 section 7.4 wants another one tried.
 */
const ALLOCATION_MISMATCH = 437;
const ATTEMPTS = 3;

/** Refusals that are about who asks (RFC 8489 section 14.8, RFC 8656 section 19). */
const ABOUT_CREDENTIALS = new Set([401, 438, 441]);

/** @param url `turn:` or `turns:` */
export async function checkTurn(
  url: string,
  credentials: TurnCredentials,
  options: TurnCheckOptions,
): Promise<TurnOutcome> {
  const startedAt = performance.now();
  let addresses: Pick<TurnOutcome, 'serverAddress' | 'relayedAddress'> = {};
  const ended = (code: TurnCode, reason?: string): TurnOutcome => ({
    code,
    ...(reason !== undefined && { reason }),
    ...addresses,
    durationMs: Math.round(performance.now() - startedAt),
  });
  const address = parseServerUrl(url);
  if (address.transport === 'dtls') return ended('turn-not-checked');
  const clients: TurnClient[] = [];
  const allocate = async (attempt = 1): Promise<[TurnClient, SocketAddress]> => {
    const client = await TurnClient.open(address, credentials, options);
    clients.push(client);
    try {
      return [client, await client.allocate()];
    } catch (error) {
      const mayHelp = error instanceof RefusedError && error.number === ALLOCATION_MISMATCH && attempt < ATTEMPTS;
      if (!mayHelp) throw error;
      return await allocate(attempt + 1);
    }
  };
  let isAllocated = false;
  try {
    // One after the other: what is wrong with the first is wrong with both.
    const [near, nearAddress] = await allocate();
    const [far, farAddress] = await allocate();
    isAllocated = true;
    addresses = { serverAddress: near.serverAddress, relayedAddress: nearAddress.address };
    await Promise.all([near.permit(farAddress), far.permit(nearAddress)]);
    if (!(await bytesReturn(near, far, farAddress, options))) return ended('turn-no-relay', NO_BYTES);
    return ended(near.askedForCredentials ? 'turn-ok' : 'turn-open');
  } catch (error) {
    if (!(error instanceof RefusedError || error instanceof ConnectionError)) throw error;
    return ended(isAllocated ? 'turn-no-relay' : codeOf(error), error.reason);
  } finally {
    for (const client of clients) client.close();
  }
}

function codeOf(error: RefusedError | ConnectionError): TurnCode {
  if (error instanceof ConnectionError) return error.stage === 'tls' ? 'turn-tls-failed' : 'turn-unreachable';
  return ABOUT_CREDENTIALS.has(error.number) ? 'turn-unauthorized' : 'turn-refused';
}

/** Whether what `near` sends to `far` comes back, and unchanged. */
function bytesReturn(
  near: TurnClient,
  far: TurnClient,
  farAddress: SocketAddress,
  { signal, relayWithinMs = RELAY_WITHIN_MS }: TurnCheckOptions,
): Promise<boolean> {
  const [question, answer] = [randomBytes(64), randomBytes(64)];
  return new Promise((resolve) => {
    const ask = (): void => near.sendTo(farAddress, question);
    const repeat = setInterval(ask, REPEAT_MS);
    const end = (isBack: boolean): void => {
      clearInterval(repeat);
      clearTimeout(limit);
      signal.removeEventListener('abort', giveUp);
      resolve(isBack);
    };
    const giveUp = (): void => end(false);
    const limit = setTimeout(giveUp, relayWithinMs);
    signal.addEventListener('abort', giveUp, { once: true });
    far.onData = (peer, data) => data.equals(question) && far.sendTo(peer, answer);
    near.onData = (_, data) => data.equals(answer) && end(true);
    if (signal.aborted) giveUp();
    else ask();
  });
}
