import type { LinkRecord, ParticipantId, ParticipantRecord } from '@video-room/protocol';

/** What happens in rooms, for whoever tells people about it. Emitted in order, room by room. */
export interface RoomEvents {
  /** Somebody came, changed or left; for everybody else in the room. Never about hidden people. */
  participant: [{ room: string; participant: ParticipantRecord }];
  /** A link opened or closed; for `to` alone. */
  link: [{ to: ParticipantId; link: LinkRecord }];
  /** Another connection took the seat; `session` no longer holds it. */
  replaced: [{ participant: ParticipantId; session: string }];
  /** Something failed that nobody waits for. */
  fault: [cause: unknown];
}
