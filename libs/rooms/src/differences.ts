/**
 * What people have to be told so that what each of them knows goes from one state of a room to the next: exactly the
 * differences, each to exactly those it is one for. Pure, and the only place where this is decided: whatever changes,
 * whoever changes it.
 *
 * States share what did not change, so a seat counts as changed when it is another object; the work is then one look
 * at everybody else for each seat that changed.
 */
import { isDeepStrictEqual } from 'node:util';
import type { LeaveReason, LinkRecord, ParticipantId, ParticipantRecord, RoomRecord } from '@video-room/protocol';
import type { Seat } from '@video-room/state';
import { areLinked } from './link-rules.js';
import { isRelayOnly, linkBetween, linkSeenBy } from './links.js';
import type { Audience } from './room-events.js';
import { countWatchers, isAttended, isShown, ROOM_VIEWS, roomOutside, roomSeenBy, roomViewOf } from './visibility.js';

export interface RoomState {
  room: RoomRecord;
  seats: readonly Seat[];
}

export interface Differences {
  closed: LinkNews[];
  participants: { participant: ParticipantRecord; to: Audience }[];
  opened: LinkNews[];
  rooms: { room: RoomRecord; to: ParticipantId[] }[];
  /** The number of watchers is another one. Not among `rooms`: it is told a little later, once for many changes. */
  watchers: boolean;
}

interface LinkNews {
  to: ParticipantId;
  link: LinkRecord;
}

/** One person before and after; undefined: was not there yet, is not there any more. */
interface Person {
  id: ParticipantId;
  old: Seat | undefined;
  now: Seat | undefined;
  changed: boolean;
  /** Told of changes: was there, is there, and does not get a whole `ready` anyway. */
  listens: boolean;
}

export interface ToldOptions {
  /** Gets a whole `ready` after this, so is told nothing. */
  quiet?: ParticipantId;
  /** What is said of those who are gone; default `left`. */
  leaveReason?: LeaveReason;
}

export function differences(before: RoomState, after: RoomState, options: ToldOptions = {}): Differences {
  const people = peopleOf(before, after, options.quiet);
  const told: Differences = { closed: [], participants: [], opened: [], rooms: [], watchers: false };
  const changed = people.filter((person) => person.changed);
  for (const person of people) {
    const viewers = person.changed ? people : changed;
    const { shown, gone } = newsOf(person, viewers, before, after);
    const { old, now } = person;
    if (now && shown.length > 0) {
      told.participants.push({ participant: now.participant, to: audienceOf(shown, people) });
    }
    if (old && gone.length > 0) {
      const leaveReason = now ? 'left' : (options.leaveReason ?? 'left');
      const participant: ParticipantRecord = { ...(now ?? old).participant, connection: 'left', leaveReason };
      told.participants.push({ participant, to: audienceOf(gone, people) });
    }
  }
  for (const one of changed) {
    for (const other of people) {
      const isTwice = other.changed && other.id <= one.id;
      if (!isTwice && other !== one) tellLink(one, other, before, after, told);
    }
  }
  tellRoom(people, before, after, told);
  return told;
}

function peopleOf(before: RoomState, after: RoomState, quiet: ParticipantId | undefined): Person[] {
  const isRuleChanged =
    before.room.kind !== after.room.kind ||
    before.room.showWatchers !== after.room.showWatchers ||
    before.room.relayOnly !== after.room.relayOnly;
  const known = new Map(before.seats.map((seat) => [seat.participant.id, seat]));
  const people = after.seats.map((now): Person => {
    const { id } = now.participant;
    const old = known.get(id);
    known.delete(id);
    return { id, old, now, changed: isRuleChanged || old !== now, listens: old !== undefined && id !== quiet };
  });
  for (const [id, old] of known) people.push({ id, old, now: undefined, changed: true, listens: false });
  return people;
}

/** Which of `viewers` are shown `person` anew or otherwise, and to which it is not shown any more. */
function newsOf({ old, now }: Person, viewers: readonly Person[], before: RoomState, after: RoomState) {
  const isNews = old !== now && !isDeepStrictEqual(old?.participant, now?.participant);
  const shown: Person[] = [];
  const gone: Person[] = [];
  for (const viewer of viewers) {
    if (!viewer.listens || !viewer.old || !viewer.now) continue;
    const saw = old !== undefined && isShown(before.room, viewer.old, old);
    const sees = now !== undefined && isShown(after.room, viewer.now, now);
    if (sees && (isNews || !saw)) shown.push(viewer);
    else if (saw && !sees) gone.push(viewer);
  }
  return { shown, gone };
}

/** `everybody` if these are all who are in the room and listen, so that it takes one broadcast. */
function audienceOf(some: readonly Person[], people: readonly Person[]): Audience {
  const isIn = ({ listens, now }: Person) => listens && now?.admitted === true;
  const isAll = some.every(isIn) && some.length === people.filter(isIn).length;
  return isAll ? 'everybody' : some.map(({ id }) => id);
}

function tellLink(one: Person, other: Person, before: RoomState, after: RoomState, told: Differences): void {
  const was = one.old && other.old && areLinked(before.room.kind, one.old, other.old);
  const is = one.now && other.now && areLinked(after.room.kind, one.now, other.now);
  if (
    was &&
    is &&
    isSameLink([one.old as Seat, other.old as Seat], [one.now as Seat, other.now as Seat], before, after)
  )
    return;
  if (was) tellEnds(one, other, 'closed', linkBetween(before.room, one.old as Seat, other.old as Seat), told.closed);
  if (is) tellEnds(one, other, 'open', linkBetween(after.room, one.now as Seat, other.now as Seat), told.opened);
}

/** Whether the two are linked as before, found without making ids. */
const isSameLink = (
  [oneOld, otherOld]: readonly [Seat, Seat],
  [oneNow, otherNow]: readonly [Seat, Seat],
  before: RoomState,
  after: RoomState,
): boolean =>
  oneOld.instance === oneNow.instance &&
  otherOld.instance === otherNow.instance &&
  isRelayOnly(before.room, oneOld, otherOld) === isRelayOnly(after.room, oneNow, otherNow);

function tellEnds(
  one: Person,
  other: Person,
  state: LinkRecord['state'],
  link: Pick<LinkRecord, 'id' | 'relayOnly'>,
  news: LinkNews[],
): void {
  for (const [own, peer] of [
    [one, other],
    [other, one],
  ] as const) {
    if (own.listens && own.now)
      news.push({ to: own.id, link: linkSeenBy(own.now, (peer.now ?? peer.old) as Seat, state, link) });
  }
}

/** Those to whom the room looks different; not because of the number of watchers alone. */
function tellRoom(people: readonly Person[], before: RoomState, after: RoomState, told: Differences): void {
  const isNews = before.room !== after.room && !isDeepStrictEqual(before.room, after.room);
  const isNewsOutside =
    !isDeepStrictEqual(roomOutside(before.room), roomOutside(after.room)) ||
    isAttended(before.seats) !== isAttended(after.seats);
  told.watchers = after.room.kind === 'broadcast' && countWatchers(before.seats) !== countWatchers(after.seats);
  for (const view of ROOM_VIEWS) {
    const isNewsHere = view === 'outside' ? isNewsOutside : isNews;
    const some = people.filter(
      ({ listens, old, now }) =>
        listens &&
        old &&
        now &&
        roomViewOf(after.room, now) === view &&
        (isNewsHere || roomViewOf(before.room, old) !== view),
    );
    const [first] = some;
    if (first?.now) {
      told.rooms.push({ room: roomSeenBy(after.room, first.now, after.seats), to: some.map(({ id }) => id) });
    }
  }
}
