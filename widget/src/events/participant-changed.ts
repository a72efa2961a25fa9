import type { ParticipantRecord } from '@video-room/protocol';

/** Somebody's record changed: name, media, or connection. Sent for oneself, too. */
export class ParticipantChangedEvent extends Event {
  constructor(
    readonly participant: ParticipantRecord,
    readonly previous: ParticipantRecord,
  ) {
    super('participant-changed');
  }
}
