/** What people say and do together beside media: chat, reactions, a page's own data, and moderation. Both ways. */
import type { MediaSource, ParticipantId, RoomAccess, Speaker } from './records.js';

/** Writes to all who hear one, or to one person. Answered with the id of the record, which comes as `chat`. */
export interface ChatMessage {
  /** Cleaned, at most `LIMITS.textLength`. */
  text: string;
  to?: ParticipantId;
}

export interface ReactMessage {
  /** Exactly one emoji (RGI_Emoji of UTS #51). */
  emoji: string;
}

/** Any JSON value. What comes from others is a stranger's. */
export type Json = string | number | boolean | null | Json[] | { [field: string]: Json };

/** For a page's own use: the server looks at nothing but the size. */
export interface DataMessage {
  topic: string;
  payload: Json;
  /** Left out: all who hear the sender. */
  to?: ParticipantId[];
}

/** What those with `rights.admin` may do to others and to the room. */
export type ModerateMessage =
  /** Who is muted may turn it on again. */
  | { act: 'mute'; participant: ParticipantId; source: MediaSource }
  /** Everybody but oneself. */
  | { act: 'mute-all'; source: MediaSource }
  | { act: 'ask-to-unmute'; participant: ParticipantId; source: MediaSource }
  | { act: 'lower-hand'; participant: ParticipantId }
  /** The person, on all its devices. */
  | { act: 'remove'; participant: ParticipantId; message?: string }
  | { act: 'set-access'; access: RoomAccess }
  /** The room, for all. */
  | { act: 'end'; message?: string };

/** An emoji that somebody shows for a moment. */
export interface Reaction {
  from: Speaker;
  emoji: string;
}

export interface RelayedData {
  topic: string;
  payload: Json;
  /** Absent: the site's backend. */
  from?: Speaker;
}

/** Somebody who moderates has muted the receiver, or asks it to unmute. */
export interface ModeratedMessage {
  act: 'mute' | 'ask-to-unmute';
  source: MediaSource;
  /** Absent: the site's backend. */
  by?: Speaker;
}
