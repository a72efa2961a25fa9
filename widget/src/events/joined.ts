import type { ParticipantRecord } from '@video-room/protocol';

/** One is in the room. Not repeated when a lost connection comes back. */
export class JoinedEvent extends Event {
  constructor(readonly localParticipant: ParticipantRecord | undefined) {
    super('joined');
  }
}
