import type { LeaveReason, ParticipantRecord } from '@video-room/protocol';

/** Somebody else left for good. `participant` is the last record of that person. */
export class ParticipantLeftEvent extends Event {
  constructor(
    readonly participant: ParticipantRecord,
    readonly reason: LeaveReason,
  ) {
    super('participant-left');
  }
}
