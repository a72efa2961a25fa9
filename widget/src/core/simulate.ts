/**
 * Faults that a site's owner plays, to see what its visitors would. Each goes the way a real one goes, and heals as that does.
 * Knows nothing of who may ask for it.
 */
import type { MediaEngine } from './engine/media-engine.js';
import type { SignalingClient } from './signaling/signaling-client.js';

/**
 * `signal-lost`: the socket is gone. `media-lost`: nothing arrives over any link. `network-change`: this end has another
 * address. `server-restart`: the server is gone and comes back without memory.
 */
export type Fault = 'signal-lost' | 'media-lost' | 'network-change' | 'server-restart';

export interface Faulty {
  signaling: Pick<SignalingClient, 'drop'>;
  engine: Pick<MediaEngine, 'disturb'>;
  /** What is known of the server it was, so that the next one is another. */
  forgetServer: () => void;
}

/** @throws RangeError if there is no such fault. */
export function simulate(fault: Fault, { signaling, engine, forgetServer }: Faulty): void {
  if (fault === 'media-lost' || fault === 'network-change') return engine.disturb(fault);
  if (fault === 'server-restart') forgetServer();
  else if (fault !== 'signal-lost') throw new RangeError(`No such fault: ${String(fault satisfies never)}`);
  signaling.drop();
}
