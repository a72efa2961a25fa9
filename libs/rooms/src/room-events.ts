import type {
  LeaveReason,
  LinkRecord,
  ModeratedMessage,
  ParticipantId,
  ParticipantRecord,
  RoomRecord,
} from '@video-room/protocol';

/** To whom something is told: to these, or to all who are admitted, which can be one broadcast. */
export type Audience = 'everybody' | ParticipantId[];

/**
 * What happens in rooms, for whoever tells people about it. Emitted in order, room by room. Somebody who is about to get
 * a whole `ready` (came, came back, was let in) is not among those to be told, except as one of `everybody`: it counts
 * as one of those from its `ready` on.
 */
export interface RoomEvents {
  /**
   * A participant came, changed or left, as far as those in `to` may know. With `connection: 'left'` it is gone or just
   * not shown to them any more.
   */
  participant: [{ room: string; participant: ParticipantRecord; to: Audience }];
  /** A link opened or closed; for `to` alone. */
  link: [{ to: ParticipantId; link: LinkRecord }];
  /** The room changed, as those in `to` are shown it. */
  room: [{ room: RoomRecord; to: ParticipantId[] }];
  /** Somebody who waited was let in, and is told nothing until it gets a whole `ready`. */
  admitted: [{ room: string; participant: ParticipantId; session: string }];
  /** Another connection took the seat; `session` no longer holds it. */
  replaced: [{ participant: ParticipantId; session: string }];
  /** The seat was taken away by a moderator or with the whole room. `session` is empty if it was away. */
  ended: [
    {
      room: string;
      participant: ParticipantId;
      session: string;
      reason: 'removed' | 'room-ended';
      message?: string;
    },
  ];
  /** The seat is gone because the room takes nobody new. `session` is empty if it was away. */
  unseated: [{ session: string }];
  /** Somebody moderates from now on who did not before, or no longer. */
  'admin-changed': [{ room: string; participant: ParticipantId }];
  /** A seat lost its connection and is kept. About everybody, the hidden and the waiting included; tell nobody. */
  away: [{ room: string; participant: ParticipantId }];
  /** A seat is given up for good, before anybody is told. About everybody, as above. */
  gone: [{ room: string; participant: ParticipantId; reason: LeaveReason | 'room-ended' }];
  /** Somebody was muted or is asked to unmute. After its record says so. */
  moderated: [{ to: ParticipantId; message: ModeratedMessage }];
  /** The room is gone with everything in it. */
  closed: [{ room: string }];
  /** Something failed that nobody waits for. */
  fault: [cause: unknown];
}
