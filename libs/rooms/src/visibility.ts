/** Who is shown to whom, and what of the room. Pure; the counterpart of the link rules. */
import type { ParticipantRecord, RoomRecord } from '@video-room/protocol';
import { isWatching, mayPublish, type Linkable } from './link-rules.js';

/** What decides about who is shown. The seats of a room are of this shape. */
export interface Visible extends Linkable {
  participant: Linkable['participant'] & Pick<ParticipantRecord, 'id' | 'connection'>;
}

export type ShownRoom = Pick<RoomRecord, 'kind' | 'showWatchers'>;

/**
 * Whether `viewer` is shown `other`. Everybody is shown itself. Who waits is shown nobody else and, like who hides, is
 * shown to nobody else. In a broadcast those who may publish are shown to all; who only watches is shown to those who
 * may publish, if the room says so.
 */
export function isShown(room: ShownRoom, viewer: Visible, other: Visible): boolean {
  if (viewer.participant.id === other.participant.id) return true;
  if (other.hidden || !other.admitted || !viewer.admitted) return false;
  return room.kind !== 'broadcast' || mayPublish(other) || (room.showWatchers && mayPublish(viewer));
}

/** Those whom `viewer` is shown. */
export const shownTo = <One extends Visible>(room: ShownRoom, viewer: Visible, all: readonly One[]): One[] =>
  all.filter((other) => isShown(room, viewer, other));

/** Whether `viewer` is told how many watch. */
export const seesWatchers = ({ kind }: ShownRoom, viewer: Linkable): boolean =>
  kind === 'broadcast' && viewer.admitted && mayPublish(viewer);

/**
 * How many watch: those who are admitted and online, do not hide, ask for pictures and do not send any. Who is away may
 * be back already as somebody else: a page that is reloaded and gets another identity.
 */
export const countWatchers = (seats: readonly Visible[]): number => seats.filter(isWatcher).length;

const isWatcher = (seat: Visible): boolean =>
  seat.participant.connection === 'online' && seat.admitted && !seat.hidden && isWatching(seat) && !mayPublish(seat);

/** Whether somebody is there who can let others in, seen or hidden. */
export const isAttended = (seats: readonly Visible[]): boolean =>
  seats.some(
    ({ admitted, participant: { rights, connection } }) => admitted && rights.admin && connection === 'online',
  );

/** The sorts of people by what they are shown of a room: `outside` are those who wait, `backstage` those who see watchers. */
export const ROOM_VIEWS = ['outside', 'inside', 'backstage'] as const;
export type RoomView = (typeof ROOM_VIEWS)[number];

export function roomViewOf(room: ShownRoom, viewer: Linkable): RoomView {
  if (!viewer.admitted) return 'outside';
  return seesWatchers(room, viewer) ? 'backstage' : 'inside';
}

/** What of the room itself concerns those who wait: nothing that the site says about it to those in it. */
export const roomOutside = (room: RoomRecord): RoomRecord => ({ ...room, metadata: '' });

/** The room as `viewer` is shown it. */
export function roomSeenBy(room: RoomRecord, viewer: Linkable, seats: readonly Visible[]): RoomRecord {
  const view = roomViewOf(room, viewer);
  if (view === 'outside') return { ...roomOutside(room), attended: isAttended(seats) };
  return view === 'backstage' ? { ...room, watchers: countWatchers(seats) } : room;
}
