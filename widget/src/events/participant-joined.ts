import type { ParticipantRecord } from '@video-room/protocol';

/** Somebody else came in. Not sent for those who were there when one joined: see `participants` at `joined`. */
export class ParticipantJoinedEvent extends Event {
  constructor(readonly participant: ParticipantRecord) {
    super('participant-joined');
  }
}
