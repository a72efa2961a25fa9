/** What one needs from entering a room on, loaded while the token is on its way. */
import { VideoRoomError } from './errors.js';
import type * as RoomEntry from './room-entry.js';

export type Entry = typeof RoomEntry;

/** Throws `server-unreachable`. */
export const loadEntry = (): Promise<Entry> =>
  import('./room-entry.js').catch((cause: unknown) => {
    throw new VideoRoomError('server-unreachable', 'Part of the module could not be loaded', { cause });
  });
