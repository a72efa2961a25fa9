/** The socket of a seated participant and what is kept on it, so that the hot path needs nothing else. */
import type { ClientToServerEvents, LinkId, ParticipantId, ServerToClientEvents } from '@video-room/protocol';
import type { SeatHolder } from '@video-room/rooms';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { TokenBucket } from '../limits/token-bucket.js';

export interface SocketData {
  /** The seat this socket holds. */
  holder: SeatHolder;
  /** Goes out with `ready`, then is forgotten. */
  resumeKey: string;
  /** Open links and who is at their other end. */
  links: Map<LinkId, ParticipantId>;
  bucket: TokenBucket;
  /** Whether `ready` and everything held for it has been sent, so that signals may go straight to it. */
  receiving: boolean;
}

export type SignalingSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
export type SignalingServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;

/** Name of the Socket.IO room of everybody in a room of ours. */
export const audienceOf = (room: string): string => `room:${room}`;
