/**
 * Every message of the signaling socket, both ways. The name of a message is the name of its Socket.IO event.
 * docs/protocol.md says the same in prose.
 */
import type { WireError } from './errors.js';
import type {
  CallId,
  CallRecord,
  ChatRecord,
  Choices,
  IceServer,
  LinkFailure,
  LinkPath,
  LinkQuality,
  LinkRecord,
  MediaState,
  MessageId,
  ParticipantId,
  ParticipantRecord,
  RoomRecord,
} from './records.js';
import type { RelayedSignal, SignalMessage } from './signals.js';
import type {
  ChatMessage,
  DataMessage,
  ModeratedMessage,
  ModerateMessage,
  Reaction,
  ReactMessage,
  RelayedData,
} from './together-messages.js';
import type { RenewMessage, TokenExpiringMessage } from './token-messages.js';
import type { ClockMessage, LogMessage, TimelineLimits, TimelineMessage, TimelineRecord } from './timeline.js';

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
  /** What it decided before; the defaults are `DEFAULT_CHOICES`. */
  choices?: Partial<Choices>;
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
  /**
   * False: the receiver waits to be let in. It is then the only one in `participants` and has no links; its knock is in
   * `calls`. Once let in it gets another `ready`.
   */
  admitted: boolean;
  /** The receiver's own participant id. */
  you: ParticipantId;
  /** Gives back this seat on a later connect. */
  resumeKey: string;
  /** Everybody in the room, the receiver included, in the order they came. */
  participants: ParticipantRecord[];
  /** The receiver's open links. */
  links: LinkRecord[];
  /** The receiver's calls: those that ring or go on, and those that ended within the keeping time. Oldest first. */
  calls: CallRecord[];
  /** The last messages that the receiver may read, oldest first. */
  messages: ChatRecord[];
  /** Empty for whoever waits to be let in. */
  iceServers: IceServer[];
  /** The server wants to be told how links do, with `report`. */
  reports?: true;
  /** The room keeps a timeline, and the receiver may tell its log for it, with `log`. */
  timeline?: TimelineLimits;
}

/** Changes of what a participant says of itself. A field left out stays as it is. */
export interface UpdateMessage {
  name?: string;
  media?: MediaState;
  choices?: Partial<Choices>;
}

/** Asks for a call. Answered with the id of its record, which comes as `call`. */
export type CallMessage =
  | {
      kind: 'ring';
      /** Whom to call, on all its devices. */
      identity: string;
      video: boolean;
    }
  | { kind: 'stage'; identity: string }
  /** To be let in, again after a refusal: the first knock is made by connecting. */
  | { kind: 'knock' };

/** Accepts or declines a call; letting somebody in or not is the same. */
export interface AnswerMessage {
  call: CallId;
  accept: boolean;
  /** Words for the caller. Cleaned, at most `LIMITS.reasonLength`. */
  reason?: string;
}

/** Cancels a request that one made, or ends one's part in a call. */
export interface HangUpMessage {
  call: CallId;
}

/**
 * How the sender's links have done since its last report. Whole numbers, each at most what `LIMITS` says; nothing of it
 * says who.
 */
export interface ReportMessage {
  /** Milliseconds from when a link opened until its first picture, for links whose other end sent one from the beginning. */
  firstFrameMs?: number[];
  /** Links that have found a path. */
  paths?: Partial<Record<LinkPath, number>>;
  failures?: Partial<Record<LinkFailure, number>>;
  /** How long links did how well, in seconds; of all links together. */
  seconds?: Partial<Record<LinkQuality, number>>;
  /** How often pictures stood still, and for how many milliseconds together. */
  freezes?: { count: number; ms: number };
}

/** Servers with fresh credentials, before those one has are over. For new connections, and for others before a restart. */
export interface IceMessage {
  iceServers: IceServer[];
}

/** What the server remembers of this seat has changed: the key to keep from now on. */
export interface SeatMessage {
  resumeKey: string;
}

export interface LeaveMessage {
  /** The page is going away but may come back at once (a reload): the seat is kept for a few seconds. Default false. */
  returning?: boolean;
}

/**
 * Why the server ends a socket. After `server-stopping` and `too-slow` the client comes back, after `token-expired` if it
 * has another token, otherwise it stays away.
 */
export type GoodbyeReason = 'replaced' | 'removed' | 'room-ended' | 'token-expired' | 'server-stopping' | 'too-slow';

export interface GoodbyeMessage {
  reason: GoodbyeReason;
  /** With `removed` and `room-ended`: words of whoever did it. */
  message?: string;
}

/** Client to server: event name to payload. */
export interface ClientMessages {
  signal: SignalMessage;
  update: UpdateMessage;
  renew: RenewMessage;
  leave: LeaveMessage;
  call: CallMessage;
  answer: AnswerMessage;
  'hang-up': HangUpMessage;
  chat: ChatMessage;
  react: ReactMessage;
  data: DataMessage;
  moderate: ModerateMessage;
  report: ReportMessage;
  clock: ClockMessage;
  log: LogMessage;
  timeline: TimelineMessage;
}

/** Server to client: event name to payload. */
export interface ServerMessages {
  ready: ReadyMessage;
  room: RoomRecord;
  participant: ParticipantRecord;
  call: CallRecord;
  seat: SeatMessage;
  'token-expiring': TokenExpiringMessage;
  link: LinkRecord;
  signal: RelayedSignal;
  ice: IceMessage;
  chat: ChatRecord;
  reaction: Reaction;
  data: RelayedData;
  moderated: ModeratedMessage;
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
export type Reply =
  | {
      ok: true;
      call?: CallId;
      message?: MessageId;
      /** Milliseconds since 1970 by the server's clock. */
      now?: number;
      /** When the token ends that counts from now on, likewise. */
      expiresAt?: number;
      entries?: TimelineRecord[];
    }
  | { ok: false; error: WireError };

/** All client messages, for tables and tests that must miss none. */
export const CLIENT_MESSAGE_TYPES = [
  'signal',
  'update',
  'renew',
  'leave',
  'call',
  'answer',
  'hang-up',
  'chat',
  'react',
  'data',
  'moderate',
  'report',
  'clock',
  'log',
  'timeline',
] as const satisfies readonly ClientMessageType[];

/** The same maps as Socket.IO's generic parameters want them. */
export type ClientToServerEvents = {
  [Name in ClientMessageType]: (payload: ClientMessages[Name], acknowledge?: (reply: Reply) => void) => void;
};
export type ServerToClientEvents = { [Name in ServerMessageType]: (payload: ServerMessages[Name]) => void };
