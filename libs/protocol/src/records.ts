/**
 * Records: whole truths about one thing, sent in full every time. A receiver replaces what it had; there are no
 * patches to replay.
 */

/** Names one presence in a room. Stays the same over reconnects and reloads that show the resume key. */
export type ParticipantId = string;

/** Names one link. A page that reloads gets new links, so a signal of the old page can never reach the new one. */
export type LinkId = string;

/** What comes from a participant's devices. Each has its section in a link's first offer, in this order. */
export const DEVICE_SOURCES = ['microphone', 'camera'] as const;
export type DeviceSource = (typeof DEVICE_SOURCES)[number];

/** What a participant can send. The screen and its sound get their sections when sharing begins. */
export const MEDIA_SOURCES = [...DEVICE_SOURCES, 'screen', 'screenAudio'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/**
 * `online`: its socket is there. `away`: its socket is lost and its seat is kept. `left`: it is gone, or not shown to the
 * receiver any more; in a broadcast it may then be shown again, under the same id.
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
  /** Whether it may say something: chat, reactions, data messages. */
  publishData: boolean;
  /** Whether it moderates the room. */
  admin: boolean;
}

/** Which of its sources a participant says it is sending right now. */
export type MediaState = Record<MediaSource, boolean>;

export const NO_MEDIA: Readonly<MediaState> = { microphone: false, camera: false, screen: false, screenAudio: false };

/** What a participant decides for itself, besides its devices. */
export interface Choices {
  /** Calls are answered with `busy` without ringing. */
  doNotDisturb: boolean;
  /** In a call, further calls ring instead of being answered with `busy`, and others may be called into it. */
  addUp: boolean;
  /** Rooms of kind `broadcast`: on air. Counts only for somebody who may publish. */
  live: boolean;
  /** Rooms of kind `broadcast`: asks for the pictures of those who are on air. */
  watching: boolean;
  /** Asks to speak, without interrupting. Those who moderate can lower it. */
  handRaised: boolean;
}

export const DEFAULT_CHOICES: Readonly<Choices> = {
  doNotDisturb: false,
  addUp: false,
  live: false,
  watching: false,
  handRaised: false,
};

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
  choices: Choices;
  /** While its hand is raised: since when, in milliseconds since 1970 by the server's clock. The smallest comes first. */
  handRaisedAt?: number;
  /** Whether it is in an accepted call. */
  inCall: boolean;
  rights: Rights;
  /** When it first took the seat, in milliseconds since 1970 by the server's clock. */
  joinedAt: number;
}

/** A link as one of its two ends sees it. */
export interface LinkRecord {
  id: LinkId;
  /** The other end. In a broadcast it need not be somebody whom the receiver is shown. */
  peer: ParticipantId;
  /**
   * This end's part in perfect negotiation (W3C WebRTC section 10.7). The polite end gives way when both offer at once
   * and waits for the first offer; the impolite end makes it.
   */
  polite: boolean;
  /** Both ends use relays alone: neither learns the other's address. The server passes on nothing that tells one. */
  relayOnly?: true;
  state: 'open' | 'closed';
}

/**
 * `meeting`: everybody is linked with everybody. `call`: those who share an accepted call. `broadcast`: those on air with
 * those who watch, and with each other.
 */
export const ROOM_KINDS = ['meeting', 'call', 'broadcast'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** Who may walk in: everybody with a token, only who is let in by somebody who moderates, or nobody new. */
export const ROOM_ACCESS = ['open', 'knock', 'closed'] as const;
export type RoomAccess = (typeof ROOM_ACCESS)[number];

export interface RoomRecord {
  name: string;
  kind: RoomKind;
  access: RoomAccess;
  /** Most participants at a time; those who wait to be let in are not counted. */
  capacity: number;
  /** Words of the site about the room. Empty for whoever waits to be let in. */
  metadata: string;
  /** Rooms of kind `broadcast`: whether those who may publish are told who watches, not only how many. */
  showWatchers: boolean;
  /** The room keeps a timeline: what happens to its links is gathered, from pages that agree and from the server. */
  timeline?: true;
  /** All its links are relay-only. */
  relayOnly?: true;
  /** Rooms of kind `broadcast`, told only to those who may publish: how many watch and are online. */
  watchers?: number;
  /** Told only to those who wait to be let in: whether somebody who moderates is there, and so can be asked. */
  attended?: boolean;
  /** Milliseconds since 1970 by the server's clock. */
  createdAt: number;
  /** When the room ends for all, in milliseconds since 1970; absent: never by the clock. */
  endsAt?: number;
}

export type CallId = string;

/** `ring`: a person calls a person. `knock`: a newcomer asks to be let in. `stage`: a watcher is asked to go on air. */
export const CALL_KINDS = ['ring', 'knock', 'stage'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/**
 * `ringing` is the first state. `accepted` is left only for `ended`. All others are final. `answered-elsewhere` is what
 * the callee's other devices are told when one of them has answered, and those who ceased to moderate of what goes on.
 */
export type CallState =
  'ringing' | 'accepted' | 'declined' | 'cancelled' | 'missed' | 'busy' | 'answered-elsewhere' | 'failed' | 'ended';

/** Why an accepted call ended. */
export type CallEndReason = 'hung-up' | 'left' | 'lost' | 'removed' | 'room-ended';

export interface CallParty {
  identity: string;
  name: string;
  /** The presence that takes part: the caller's from the beginning, the callee's once it has accepted. */
  participant?: ParticipantId;
}

/** A request that somebody else accepts or declines, and what became of it. */
export interface CallRecord {
  id: CallId;
  kind: CallKind;
  state: CallState;
  caller: CallParty;
  /** Absent for a knock: whoever moderates the room may answer it. */
  callee?: CallParty;
  /** Names the conversation, the same for all accepted calls that were joined into one. Present once accepted. */
  talk?: string;
  /** Whether the caller calls with a picture. */
  video: boolean;
  /** What whoever declined or let in said. */
  reason?: string;
  /** Milliseconds since 1970 by the server's clock, like the following. */
  createdAt: number;
  /** When an unanswered request is over by itself; absent for a knock, which waits as long as its caller. */
  ringsUntil?: number;
  answeredAt?: number;
  endedAt?: number;
  /** With `ended`: identity of whoever ended it, and why. */
  endedBy?: string;
  endReason?: CallEndReason;
}

export type MessageId = string;

/** Somebody who says something. The site's backend has no `participant` and an empty `identity`. */
export interface Speaker {
  participant?: ParticipantId;
  identity: string;
  /** As it was then. */
  name: string;
}

/** One message of the chat. */
export interface ChatRecord {
  id: MessageId;
  /** Milliseconds since 1970 by the server's clock. */
  at: number;
  from: Speaker;
  /** To this person alone; absent: to all who hear the sender. */
  to?: Speaker;
  /** Plain text of one or more lines, never markup. */
  text: string;
}

/** What the path of a link leads over. */
export const LINK_PATHS = ['direct', 'relayed'] as const;
export type LinkPath = (typeof LINK_PATHS)[number];

/**
 * Why a link has failed. `no-candidates`: the other end's never came. `no-relay`: nothing got through, and neither end had
 * a relay. `no-path`: nothing got through, though one had. `lost`: there had been a path.
 */
export const LINK_FAILURES = ['no-candidates', 'no-relay', 'no-path', 'lost'] as const;
export type LinkFailure = (typeof LINK_FAILURES)[number];

/** `fair`: one notices. `poor`: one does not understand each other well. */
export const LINK_QUALITIES = ['good', 'fair', 'poor'] as const;
export type LinkQuality = (typeof LINK_QUALITIES)[number];

/** One entry for `RTCConfiguration.iceServers`. */
export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}
