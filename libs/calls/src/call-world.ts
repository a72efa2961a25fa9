/** What calls must know of rooms and may do in them, in their own words. Composed with the rooms by the server. */
import type { Choices, ParticipantId, RoomRecord } from '@video-room/protocol';

/** A presence as calls see it. */
export interface Presence {
  participant: ParticipantId;
  /** The person, from the token. One person may be present several times. */
  identity: string;
  name: string;
  /** False: its socket is lost and its seat is kept. */
  online: boolean;
  admin: boolean;
  /** Whether it may send anything. */
  publishes: boolean;
  /** Not shown to others: it may knock and answer knocks, and takes part in no other call. */
  hidden: boolean;
  /** False: it waits to be let in. */
  admitted: boolean;
  choices: Choices;
  /** The conversation it is in. */
  talk?: string;
}

/**
 * The port to the rooms. The methods are called while calls of the room wait for their turn: what they do must not wait
 * for an answer of `Calls` about the same room. A participant that has gone meanwhile is passed over without a fault.
 */
export interface CallWorld {
  room(room: string): Promise<RoomRecord | undefined>;
  /** Everybody who has a seat, those included who are away or wait to be let in, in the order they came. */
  presences(room: string): Promise<Presence[]>;
  /** Puts these into the talk (undefined: takes them out). Links follow. */
  setTalk(room: string, participants: ParticipantId[], talk: string | undefined): Promise<void>;
  /** Throws `room-full` if nobody more can be let in. */
  checkHasSeat(room: string): Promise<void>;
  admit(room: string, participant: ParticipantId): Promise<void>;
  /** On stage or back. */
  setStage(room: string, participant: ParticipantId, on: boolean): Promise<void>;
}
