/**
 * Records: whole truths about one thing, sent in full every time. A receiver replaces what it had; there are no
 * patches to replay.
 */

/** Names one presence in a room. Stays the same over reconnects and reloads that show the resume key. */
export type ParticipantId = string;

/** Names one link. A page that reloads gets new links, so a signal of the old page can never reach the new one. */
export type LinkId = string;

/** What a participant can send. */
export const MEDIA_SOURCES = ['microphone', 'camera'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/**
 * `online`: its socket is there. `away`: its socket is lost and its seat is kept. `left`: it is gone for good; a record
 * with `left` is the last one of this id.
 */
export type ParticipantConnection = 'online' | 'away' | 'left';

/** Why a participant left, as the others are told. */
export type LeaveReason = 'left' | 'lost' | 'removed';

/** What a token lets its holder do in the room. */
export interface Rights {
  /** Sources it may send. Empty for somebody who only watches. */
  publish: MediaSource[];
  /** Whether it receives the others' media. */
  subscribe: boolean;
  /** Whether it may send data messages. */
  publishData: boolean;
  /** Whether it moderates the room. */
  admin: boolean;
}

/** Which of its sources a participant says it is sending right now. */
export type MediaState = Record<MediaSource, boolean>;

export interface ParticipantRecord {
  id: ParticipantId;
  /** The person, from the token. One person may be present several times. */
  identity: string;
  name: string;
  metadata: string;
  attributes: Record<string, string>;
  connection: ParticipantConnection;
  /** Present when `connection` is `left`. */
  leaveReason?: LeaveReason;
  media: MediaState;
  rights: Rights;
  /** When it first took the seat, in milliseconds since 1970 by the server's clock. */
  joinedAt: number;
}

/** A link as one of its two ends sees it. */
export interface LinkRecord {
  id: LinkId;
  /** The other end. */
  peer: ParticipantId;
  /**
   * This end's part in perfect negotiation (W3C WebRTC section 10.7). The polite end gives way when both offer at once
   * and waits for the first offer; the impolite end makes it.
   */
  polite: boolean;
  state: 'open' | 'closed';
}

export const ROOM_KINDS = ['meeting'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export interface RoomRecord {
  name: string;
  kind: RoomKind;
  /** Most participants at a time. */
  capacity: number;
  metadata: string;
  /** Milliseconds since 1970 by the server's clock. */
  createdAt: number;
}

/** One entry for `RTCConfiguration.iceServers`. */
export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}
