/** What a stay in a room is made of, and what it tells. */
import type { ConnectAuth, ServerMessage } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import type { MediaEngine } from './engine/media-engine.js';
import type { Page } from './page-watch.js';
import type { SessionAction, SessionState } from './session-state.js';
import type { SeatKeeper } from './signaling/seat-keeper.js';
import type { SignalingClient } from './signaling/signaling-client.js';
import type { TokenRenewal } from './token-renewal.js';

export interface RoomConnectionEvents {
  action: SessionAction;
  passing: PassingMessage;
  /** The page goes away: the last moment to say something. */
  hiding: undefined;
  'server-changed': { from: string; to: string };
}

/** What changes nothing that lasts: it is told and gone. */
export type PassingMessage = Extract<ServerMessage, { type: 'reaction' | 'data' | 'moderated' | 'token-expiring' }>;

export interface RoomConnectionOptions {
  signaling: SignalingClient;
  engine: MediaEngine;
  seat: SeatKeeper;
  /** Names this stay to the server: links live as long as it. */
  instance: string;
  log: Logger;
  state: () => SessionState;
  /** What tells of the network and of the page itself: a window. */
  page: Page | undefined;
  /** How long a lost connection is nothing to tell, in milliseconds. */
  quietLossMs?: number | undefined;
  /** What to tell the server of oneself at each connect. */
  self: () => Pick<ConnectAuth, 'name' | 'media' | 'choices'>;
  renewal: TokenRenewal;
}
