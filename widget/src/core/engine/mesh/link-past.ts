/**
 * What of a link outlives the connections that carry it, one after the other, and the link itself: one that is closed and
 * opened again has the same id, and the other end may never have closed it. So it goes on counting.
 */
import type { LinkId } from '@video-room/protocol';
import type { View } from '../media-engine.js';

export interface LinkPast {
  /** The number of its last connection, from 1. */
  connection: number;
  /** The last number this end has used for a signal. */
  seq: number;
  /** How large this end has said to show the other's pictures. */
  seen?: View | undefined;
  /** Whether its last connection found no relay where there should be one. */
  relayMissing?: boolean;
}

/** Closed links that are remembered: those of a full room, several times. */
const MOST = 200;

export class ClosedLinks {
  readonly #pasts = new Map<LinkId, LinkPast>();

  /** Remembers how far a link has come. What has been closed for longest is forgotten first. */
  keep(id: LinkId, { connection, seq }: LinkPast): void {
    this.#pasts.delete(id);
    this.#pasts.set(id, { connection, seq });
    for (const oldest of this.#pasts.keys()) {
      if (this.#pasts.size <= MOST) break;
      this.#pasts.delete(oldest);
    }
  }

  of(id: LinkId): LinkPast | undefined {
    return this.#pasts.get(id);
  }
}
