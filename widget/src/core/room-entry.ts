/**
 * What one needs from entering a room on: the connection, the seat, the engine. Loaded while the token and the transport
 * are on their way, so that the page has less to load and coming in does not wait for it.
 */
import type { Logger } from '@video-room/log';
import type { EngineFactory, MediaEngine } from './engine/media-engine.js';
import { MeshEngine } from './engine/mesh/mesh-engine.js';
import { VideoRoomError } from './errors.js';
import type { Page } from './page-watch.js';
import { RoomConnection } from './room-connection.js';
import type { RoomConnectionOptions } from './room-connection-options.js';
import { TokenRenewal, type TokenSupply } from './token-renewal.js';
import { claimSeat, tabStorage, type SeatStorage } from './signaling/seat-keeper.js';

// On its way before it is wanted; whoever wants it says so if it does not come.
import('./connection-care.js').catch(() => undefined);

export interface EntrySettings {
  engine?: EngineFactory;
  /** Keeps resume keys over a reload; undefined keeps none, left out the tab's. */
  storage?: SeatStorage | undefined;
  /** What tells of the network and of the page itself; left out, the window. */
  page?: Page | undefined;
  /** How long a lost connection is nothing to tell, in milliseconds. */
  quietLossMs?: number;
}

export interface EntryOptions extends Omit<
  RoomConnectionOptions,
  'engine' | 'seat' | 'instance' | 'page' | 'quietLossMs' | 'renewal'
> {
  tokens: TokenSupply;
  /** Keeps the seats of different rooms and people apart. */
  seat: string;
  settings: EntrySettings;
}

export interface RoomEntry {
  room: RoomConnection;
  engine: MediaEngine;
}

/** Throws `browser-unsupported`. */
export function enterRoom({ seat, settings, tokens, ...options }: EntryOptions): RoomEntry {
  const { signaling, log } = options;
  const engine = settings.engine?.() ?? meshEngine(log);
  const storage = 'storage' in settings ? settings.storage : tabStorage();
  const room = new RoomConnection({
    ...options,
    engine,
    page: 'page' in settings ? settings.page : globalThis.window,
    quietLossMs: settings.quietLossMs,
    seat: claimSeat(`${signaling.url} ${seat}`, storage),
    instance: randomName(),
    renewal: new TokenRenewal(tokens, (token) => signaling.request('renew', { token }), log),
  });
  return { room, engine };
}

function meshEngine(log: Logger): MeshEngine {
  // Absent where a policy or an extension took it away.
  if (globalThis.RTCPeerConnection) return new MeshEngine(log);
  throw new VideoRoomError('browser-unsupported', 'The browser has no WebRTC');
}

/** 128 bits, as `ConnectAuth.instance` wants them. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
