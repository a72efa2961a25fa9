/** For tests: rooms with a memory of their own, and people who come with what usual tokens say. */
import { MEDIA_SOURCES, type LinkRecord, type ParticipantRecord, type Rights } from '@video-room/protocol';
import { MemoryRoomStore } from '@video-room/state';
import type { JoinRequest, RoomSnapshot, SeatHolder, TakenSeat } from './join-request.js';
import { Rooms, type RoomsSettings } from './rooms.js';

export const RIGHTS: Rights = { publish: [...MEDIA_SOURCES], subscribe: true, publishData: true, admin: false };
export const VIEWER: Rights = { ...RIGHTS, publish: [] };
export const ADMIN: Rights = { ...RIGHTS, admin: true };

export const AWAY_MS = 30_000;
export const RETURN_MS = 5000;

export const resumeOf = ({ participant, joinedAt }: TakenSeat) => ({ participant, joinedAt });

export function setUpRooms(settings: Partial<RoomsSettings> = {}, now?: () => number) {
  const store = new MemoryRoomStore();
  const all = { capacity: 3, awayGraceMs: AWAY_MS, returnGraceMs: RETURN_MS, emptyRoomMs: 0, ...settings };
  const rooms = new Rooms(store, all, now);
  /** What was told: of whom, as what, and to how many. */
  const told: { participant: ParticipantRecord; to: 'everybody' | string[] }[] = [];
  rooms.on('participant', ({ participant, to }) => told.push({ participant, to }));
  const links: { to: string; link: LinkRecord }[] = [];
  rooms.on('link', (event) => links.push(event));
  let sessions = 0;
  const join = (identity: string, more: Partial<JoinRequest> = {}): Promise<TakenSeat> =>
    rooms.join({
      room: 'r',
      settings: {},
      identity,
      fallbackName: identity,
      metadata: '',
      attributes: {},
      rights: RIGHTS,
      hidden: false,
      walksIn: more.rights?.admin === true,
      instance: `instance-of-${identity}`,
      session: `s${(sessions += 1)}`,
      ...more,
    });
  const look = async (holder: SeatHolder): Promise<RoomSnapshot | undefined> => {
    let seen: RoomSnapshot | undefined;
    await rooms.look(holder, (snapshot) => (seen = snapshot));
    return seen;
  };
  const names = async (holder: SeatHolder) => (await look(holder))?.participants.map(({ identity }) => identity);
  const peers = async (holder: SeatHolder) => (await look(holder))?.links.map(({ peer }) => peer);
  return { store, rooms, told, links, join, look, names, peers };
}
