import type { SignalingSocket } from '../signaling-socket.js';

/**
 * Handles one kind of client message. `payload` is whatever the client sent. Returning (or resolving) acknowledges it,
 * throwing a `ProtocolError` refuses it.
 */
export interface MessageHandler {
  handle(socket: SignalingSocket, payload: unknown): void | Promise<void>;
}
