/** What chat must know of rooms, in its own words. Composed with the rooms by the server. */
import type { ParticipantId, RoomKind } from '@video-room/protocol';

/** A presence as chat sees it. */
export interface Person {
  participant: ParticipantId;
  /** The person, from the token. One person may be present several times. */
  identity: string;
  name: string;
  /** False: its socket is lost and its seat is kept. */
  online: boolean;
  /** False: it waits to be let in. */
  admitted: boolean;
  /** Whether it may say something. */
  publishData: boolean;
  /** The conversation it is in. */
  talk?: string;
}

/** The port to the rooms. */
export interface ChatWorld {
  /** Undefined: there is no such room. */
  kind(room: string): Promise<RoomKind | undefined>;
  person(room: string, participant: ParticipantId): Promise<Person | undefined>;
  /** Everybody who has a seat, those included who are away, hide or wait to be let in. */
  people(room: string): Promise<Person[]>;
  /** Those whom this one is shown, itself included. */
  shownTo(room: string, viewer: ParticipantId): Promise<ParticipantId[]>;
}
