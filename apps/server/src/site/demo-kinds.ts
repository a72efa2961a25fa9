/** The demo's kinds of rooms, one page each: what their tokens say of the room and of whoever holds them. */
import type { RoomSettings, VideoGrants } from '@video-room/auth';
import { LIMITS } from '@video-room/protocol';

interface DemoKind {
  settings: RoomSettings;
  grants: VideoGrants;
  /** Goes before the room's name. */
  prefix: string;
}

const WATCHES: VideoGrants = { canPublish: false, canPublishData: false };

export const DEMO_KINDS = {
  meet: { settings: { kind: 'meeting' }, grants: {}, prefix: '' },
  call: { settings: { kind: 'call' }, grants: {}, prefix: 'call:' },
  broadcast: { settings: { kind: 'broadcast' }, grants: { roomAdmin: true }, prefix: 'broadcast:' },
  watch: { settings: { kind: 'broadcast' }, grants: WATCHES, prefix: 'broadcast:' },
} as const satisfies Record<string, DemoKind>;

export type DemoKindName = keyof typeof DEMO_KINDS;

/**
 * The room of this name and kind. Rooms of different kinds never have the same name, or whoever opens a room of calls
 * might find a meeting that somebody else has made of it, where devices open at once.
 */
export function demoRoom(kind: DemoKindName, name: string): string {
  const isOfOtherKind =
    kind === 'meet' && Object.values(DEMO_KINDS).some(({ prefix }) => prefix && name.startsWith(prefix));
  const room = isOfOtherKind ? `meet:${name}` : `${DEMO_KINDS[kind].prefix}${name}`;
  return room.slice(0, LIMITS.roomNameLength);
}

export const isDemoKind = (name: string): name is DemoKindName => Object.hasOwn(DEMO_KINDS, name);
