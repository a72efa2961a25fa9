import type { Reply } from '@video-room/protocol';
import type { SignalingSocket } from '../signaling-socket.js';

/** What a handler may add to `{ ok: true }`. */
export type Answer = Omit<Extract<Reply, { ok: true }>, 'ok'>;

/**
 * Handles one kind of client message. `payload` is whatever the client sent. Returning (or resolving) acknowledges it,
 * throwing a `ProtocolError` refuses it.
 */
export interface MessageHandler {
  handle(socket: SignalingSocket, payload: unknown): void | Promise<Answer | void>;
}
