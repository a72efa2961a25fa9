import type { ParticipantRecord } from '@video-room/protocol';

/** Others speak than before. `speakers` may be empty and may contain oneself. */
export class ActiveSpeakerChangedEvent extends Event {
  constructor(readonly speakers: readonly ParticipantRecord[]) {
    super('active-speaker-changed');
  }
}
