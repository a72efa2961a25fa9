/**
 * Every message of the signaling socket, both ways. The name of a message is the name of its Socket.IO event.
 * docs/protocol.md says the same in prose.
 */
import type { WireError } from './errors.js';
import type { IceServer, LinkRecord, MediaState, ParticipantId, ParticipantRecord, RoomRecord } from './records.js';
import type { RelayedSignal, SignalMessage } from './signals.js';

/** The `auth` object of the Socket.IO CONNECT packet. Being connected is being in the room. */
export interface ConnectAuth {
  /** Room token. */
  token: string;
  /** `PROTOCOL_VERSION` of the client. */
  protocol: number;
  /**
   * Random name of the page's session, 16 to 64 of `A-Z a-z 0-9 _ -`. The same for as long as its peer connections
   * live: the server keeps the links of a client that returns with the same instance and opens new ones otherwise.
   */
  instance: string;
  /** From an earlier `ready`: asks for the same seat. */
  resumeKey?: string;
  /** Display name, instead of the token's. */
  name?: string;
  /** What the client is sending; everything off when left out. */
  media?: MediaState;
}

/** The whole truth about a room as one participant may know it. Sent after every connect, before anything else. */
export interface ReadyMessage {
  protocol: number;
  server: {
    version: string;
    /**
     * When the server process came up, in milliseconds since 1970 by its clock. If it differs from the one before a
     * reconnect, the server may have lost its memory: people missing from this `ready` may be on their way back.
     */
    startedAt: number;
  };
  /** Who carries the links. */
  engine: 'mesh';
  room: RoomRecord;
  /** The receiver's own participant id. */
  you: ParticipantId;
  /** Gives back this seat on a later connect. */
  resumeKey: string;
  /** Everybody in the room, the receiver included, in the order they came. */
  participants: ParticipantRecord[];
  /** The receiver's open links. */
  links: LinkRecord[];
  iceServers: IceServer[];
}

/** Changes of what a participant says of itself. A field left out stays as it is. */
export interface UpdateMessage {
  name?: string;
  media?: MediaState;
}

export interface LeaveMessage {
  /** The page is going away but may come back at once (a reload): the seat is kept for a few seconds. Default false. */
  returning?: boolean;
}

/** Why the server ends a socket. After `server-stopping` and `too-slow` the client comes back, otherwise it stays away. */
export type GoodbyeReason = 'replaced' | 'server-stopping' | 'too-slow';

export interface GoodbyeMessage {
  reason: GoodbyeReason;
}

/** Client to server: event name to payload. */
export interface ClientMessages {
  signal: SignalMessage;
  update: UpdateMessage;
  leave: LeaveMessage;
}

/** Server to client: event name to payload. */
export interface ServerMessages {
  ready: ReadyMessage;
  participant: ParticipantRecord;
  link: LinkRecord;
  signal: RelayedSignal;
  /** Answers a message that was sent without an acknowledgement and refused. */
  refused: WireError;
  goodbye: GoodbyeMessage;
}

type Union<Messages> = { [Name in keyof Messages]: { type: Name; payload: Messages[Name] } }[keyof Messages];

export type ClientMessageType = keyof ClientMessages;
export type ServerMessageType = keyof ServerMessages;
export type ClientMessage = Union<ClientMessages>;
export type ServerMessage = Union<ServerMessages>;

/** What an acknowledgement carries. */
export type Reply = { ok: true } | { ok: false; error: WireError };

/** All client messages, for tables and tests that must miss none. */
export const CLIENT_MESSAGE_TYPES = ['signal', 'update', 'leave'] as const satisfies readonly ClientMessageType[];

/** The same maps as Socket.IO's generic parameters want them. */
export type ClientToServerEvents = {
  [Name in ClientMessageType]: (payload: ClientMessages[Name], acknowledge?: (reply: Reply) => void) => void;
};
export type ServerToClientEvents = { [Name in ServerMessageType]: (payload: ServerMessages[Name]) => void };
