/** What a session is given and what it tells: the types of its face. */
import type { LogBus } from '@video-room/log';
import type { VideoRoomError } from './errors.js';
import type { DevicePort } from './media/device-port.js';
import type { DisplayPort } from './media/display-port.js';
import type { PassingMessage } from './room-connection-options.js';
import type { EntrySettings } from './room-entry.js';
import type { SessionState } from './session-state.js';
import type { TokenSource } from './token-source.js';

export interface JoinOptions {
  /** Origin of the server, unless the token source names another. */
  serverUrl: string;
  token: string | TokenSource;
  /** Display name, instead of the token's. */
  name?: string | undefined;
  /** The token on the page by now: a newer one than `token` goes on when that ends, or the server refuses it. */
  currentToken?: (() => string | undefined) | undefined;
}

export interface SessionEvents {
  /** Every change, as a new immutable snapshot. */
  state: { state: SessionState; previous: SessionState };
  /** After a reconnect the server has another version than before. */
  'server-changed': { from: string; to: string };
  /** Somebody reacts, sends data, or has moderated one. */
  passing: PassingMessage;
  /** The server refused what was asked of it in the room, or could not be asked. */
  refused: VideoRoomError;
}

export interface SessionOptions extends EntrySettings {
  bus?: LogBus;
  devices?: DevicePort;
  display?: DisplayPort;
}
