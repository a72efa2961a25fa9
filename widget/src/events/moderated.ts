import type { MediaSource, ModeratedMessage, Speaker } from '@video-room/protocol';

/**
 * Somebody who moderates has muted one, or asks one to unmute. Being asked can be cancelled: `preventDefault()` leaves it to
 * the page, which unmutes if the person says so.
 */
export class ModeratedEvent extends Event {
  readonly act: ModeratedMessage['act'];
  readonly source: MediaSource;
  /** Undefined: the site's backend. */
  readonly by: Speaker | undefined;

  constructor({ act, source, by }: ModeratedMessage) {
    super('moderated', { cancelable: act === 'ask-to-unmute' });
    this.act = act;
    this.source = source;
    this.by = by;
  }
}
