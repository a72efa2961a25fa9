/**
 * What changes nothing that lasts: a reaction, data, what somebody who moderates did to one, that the token ends soon. One
 * class for all, as each is what the server said and nothing else.
 */
import type { Json, MediaSource, ModeratedMessage, Speaker } from '@video-room/protocol';
import type { PassingMessage } from '../core/room-connection-options.js';

/** Somebody, perhaps oneself, shows an emoji for a moment. */
export interface ReactionEvent extends Event {
  readonly from: Speaker;
  readonly emoji: string;
}

/** Somebody's page, or the site's backend, says something to this page. It is a stranger's: check it before use. */
export interface DataEvent extends Event {
  readonly topic: string;
  readonly payload: Json;
  /** Undefined: the site's backend. */
  readonly from?: Speaker;
}

/**
 * Somebody who moderates has muted one, or asks one to unmute. Being asked can be cancelled: `preventDefault()` leaves it to
 * the page, which unmutes if the person says so.
 */
export interface ModeratedEvent extends Event {
  readonly act: ModeratedMessage['act'];
  readonly source: MediaSource;
  /** Undefined: the site's backend. */
  readonly by?: Speaker;
}

/** The token ends soon: the element asks its endpoint for another, or the page sets one. */
export interface TokenExpiringEvent extends Event {
  /** Milliseconds since 1970 by the server's clock. */
  readonly expiresAt: number;
}

export class PassingEvent extends Event {
  constructor({ type, payload }: PassingMessage) {
    super(type, { cancelable: 'act' in payload && payload.act !== 'mute' });
    Object.assign(this, payload);
  }
}
