import type {
  Choices,
  LinkRecord,
  MediaState,
  ParticipantId,
  ParticipantRecord,
  Rights,
  RoomAccess,
  RoomKind,
  RoomRecord,
} from '@video-room/protocol';

/** Somebody who may come in: everything here has been verified. */
export interface JoinRequest {
  room: string;
  /**
   * How to make the room if it is not there; `callsAddUp` is what the person's `choices.addUp` is at first,
   * `ownRelayOnly` whether its own links are relay-only in any room.
   */
  settings: {
    kind?: RoomKind;
    access?: RoomAccess;
    capacity?: number;
    metadata?: string;
    showWatchers?: boolean;
    timeline?: boolean;
    relayOnly?: boolean;
    callsAddUp?: boolean;
    ownRelayOnly?: boolean;
  };
  identity: string;
  /** When its token was made, in milliseconds since 1970; undefined: not known, so before any removal. */
  issuedAt?: number;
  /** What it wants to be called; undefined: as before, or `fallbackName`. */
  name?: string;
  fallbackName: string;
  metadata: string;
  attributes: Record<string, string>;
  rights: Rights;
  hidden: boolean;
  /** Need not knock: moderates the room, or shows that it was let in before. */
  walksIn: boolean;
  media?: MediaState;
  /** What it decides for itself; what is left out is as before. */
  choices?: Partial<Choices>;
  /** The conversation it was in, if the server has lost its memory since. */
  talk?: string;
  instance: string;
  session: string;
  /** The seat it had. */
  resume?: { participant: ParticipantId; joinedAt: number };
}

/** Somebody who might come in. */
export type Visitor = Pick<JoinRequest, 'room' | 'settings' | 'identity' | 'issuedAt' | 'rights'>;

/** Names a seat and the connection that claims to hold it. */
export interface SeatHolder {
  room: string;
  participant: ParticipantId;
  session: string;
}

/** A seat that was given to somebody. */
export interface TakenSeat extends SeatHolder {
  joinedAt: number;
  /** False: waits to be let in. */
  admitted: boolean;
}

/** A room as one participant may know it. */
export interface RoomSnapshot {
  room: RoomRecord;
  /** False: waits to be let in, and sees nobody but itself. */
  admitted: boolean;
  you: ParticipantRecord;
  participants: ParticipantRecord[];
  links: LinkRecord[];
}

/** Somebody in a room as rules of other parts see it. */
export interface Presence {
  participant: ParticipantId;
  identity: string;
  name: string;
  /** Whether its connection is there right now. */
  online: boolean;
  admin: boolean;
  /** Whether it may publish. */
  publishes: boolean;
  /** Whether it may say something. */
  publishData: boolean;
  admitted: boolean;
  /** Not shown to others and linked with nobody. */
  hidden: boolean;
  choices: Choices;
  talk?: string;
}
