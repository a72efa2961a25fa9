/** The whole truth about a room as one participant may know it. Pure. */
import type { Seat } from '@video-room/state';
import type { RoomState } from './differences.js';
import type { RoomSnapshot } from './join-request.js';
import { linksOf } from './links.js';
import { roomSeenBy, shownTo } from './visibility.js';

export function snapshotFor(own: Seat, { room, seats }: RoomState): RoomSnapshot {
  const participants = shownTo(room, own, seats).map(({ participant }) => participant);
  participants.sort((one, other) => one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1));
  return {
    room: roomSeenBy(room, own, seats),
    admitted: own.admitted,
    you: own.participant,
    participants,
    links: linksOf(room, own, seats),
  };
}
