/** The socket of a seated participant and what is kept on it, so that the hot path needs nothing else. */
import type {
  CallRecord,
  ClientToServerEvents,
  LinkId,
  LinkRecord,
  ParticipantId,
  ServerToClientEvents,
} from '@video-room/protocol';
import type { TakenSeat } from '@video-room/rooms';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { TokenBucket } from '../limits/token-bucket.js';
import type { CandidateCount } from './candidate-count.js';

/** An open link, as one of its ends sees it. */
export interface LinkEnd extends CandidateCount {
  /** Who is at the other end. */
  peer: ParticipantId;
  /** Nothing that tells an address of this end goes over it. */
  relayOnly: boolean;
}

export const linkEnd = (peer: ParticipantId, relayOnly = false): LinkEnd => ({
  peer,
  candidates: 0,
  offered: 0,
  relayOnly,
});

/** How long the token of a socket lasts. Both times in milliseconds since 1970. */
export interface TokenTerm {
  expiresAt: number;
  /** When its holder is told that it ends soon; undefined: was told. */
  warnAt?: number;
}

export interface SocketData {
  /** The seat this socket holds. */
  holder: TakenSeat;
  /** The person, from the token, and the API key that signed it. */
  identity: string;
  keyId: string;
  /** The two as one name. */
  person: string;
  token: TokenTerm;
  /** What an earlier server had noted of this seat; taken up with the first `ready`. */
  acceptedCalls: CallRecord[];
  links: Map<LinkId, LinkEnd>;
  bucket: TokenBucket;
  /** When its CONNECT packet came, in milliseconds on the steady clock; until it was welcomed. */
  connectedAt: number | undefined;
  /** Whether it has said that it leaves: nothing it says after that counts. */
  left: boolean;
  /** Whether `ready` and everything held for it has been sent, so that signals may go straight to it. */
  receiving: boolean;
}

export type SignalingSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
export type SignalingServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;

/** Keeps the links of a socket in step with what it is told. */
export function noteLink(data: SocketData, { id, peer, state, relayOnly }: LinkRecord): void {
  if (state === 'open') data.links.set(id, linkEnd(peer, relayOnly));
  else data.links.delete(id);
}

/** The participant as chat knows it. */
export const voiceOf = ({ holder }: SocketData) => ({ participant: holder.participant });

/** The participant as calls know it. */
export const partyOf = ({ holder, identity }: SocketData) => ({ participant: holder.participant, identity });

/** Name of the Socket.IO room of everybody in a room of ours. */
export const audienceOf = (room: string): string => `room:${room}`;
