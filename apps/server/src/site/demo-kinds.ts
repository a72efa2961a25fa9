/** The demo's kinds of rooms, one page each: what their tokens say of the room and of whoever holds them. */
import type { RoomSettings, VideoGrants } from '@video-room/auth';

interface DemoKind {
  settings: RoomSettings;
  grants: VideoGrants;
  /** Goes before the room's name, so that rooms of different kinds never have the same name. */
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

export const isDemoKind = (name: string): name is DemoKindName => Object.hasOwn(DEMO_KINDS, name);
