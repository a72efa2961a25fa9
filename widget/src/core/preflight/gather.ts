/** What candidates a browser finds with some servers, and what it says went wrong. Opens one connection and closes it. */
import type { IceServer } from '@video-room/protocol';
import type { PreflightEnvironment } from './environment.js';

export interface Gathering {
  /** `host`, `srflx`, `relay`. */
  readonly types: ReadonlySet<string>;
  /** Of `icecandidateerror`: codes of STUN (RFC 8489 section 14.8), or 701 where the server could not be reached. */
  readonly errors: readonly number[];
  /** The browser is done; how long that took, in milliseconds. */
  readonly complete: boolean;
  readonly ms: number;
}

export interface GatheringOptions {
  servers: readonly IceServer[];
  policy: RTCIceTransportPolicy;
  /** Enough as soon as there is one of this type. */
  until: 'srflx' | 'relay';
  timeoutMs: number;
  signal: AbortSignal;
}

export function gather(environment: PreflightEnvironment, options: GatheringOptions): Promise<Gathering> {
  const { servers, policy, until, timeoutMs, signal } = options;
  const types = new Set<string>();
  const errors: number[] = [];
  const startedAt = environment.now();
  const connection = environment.connect({ iceServers: [...servers], iceTransportPolicy: policy });
  return new Promise<Gathering>((resolve, reject) => {
    const end = (complete: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      connection.close();
      resolve({ types, errors, complete, ms: environment.now() - startedAt });
    };
    const giveUp = () => end(false);
    const timer = setTimeout(giveUp, timeoutMs);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) return giveUp();
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate?.type) types.add(candidate.type);
      if (types.has(until)) end(true);
      else if (!candidate) end(true);
    });
    connection.addEventListener('icecandidateerror', ({ errorCode }) => void errors.push(errorCode));
    connection.createDataChannel('preflight');
    connection.setLocalDescription().catch((error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)));
      end(false);
    });
  });
}
