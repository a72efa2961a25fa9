/** Who is connected with whom, as far as this page can know. Pure. */
import type { ParticipantRecord, RoomKind } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';

/**
 * How two people are connected. `good`, `fair` and `poor` are connected. `untold`: they are linked by the rule of the room,
 * and how it goes only they know. `unknown`: whether they are linked, only they know.
 */
export const PAIR_STATES = [
  'good',
  'fair',
  'poor',
  'connecting',
  'interrupted',
  'failed',
  'untold',
  'unknown',
  'apart',
] as const;
export type PairState = (typeof PAIR_STATES)[number];

export type RoomView = Pick<SessionState, 'you' | 'room' | 'participants' | 'links' | 'quality'>;

/** @param one, other participant ids. */
export function pairState(view: RoomView, one: string, other: string): PairState {
  const { you, room, participants, links, quality } = view;
  if (one === you || other === you) {
    const peer = one === you ? other : one;
    const phase = links.get(peer);
    if (phase === undefined) return 'apart';
    return phase === 'connected' ? (quality.get(peer) ?? 'good') : phase;
  }
  const ends = [participants.get(one), participants.get(other)] as const;
  if (!room || !ends[0] || !ends[1]) return 'unknown';
  const linked = areLinked(room.kind, ends[0], ends[1]);
  return linked === undefined ? 'unknown' : linked ? 'untold' : 'apart';
}

/** By the rule of the room; undefined where it depends on what the server tells only the two. */
function areLinked(kind: RoomKind, one: ParticipantRecord, other: ParticipantRecord): boolean | undefined {
  switch (kind) {
    case 'meeting':
      return receives(one, other) || receives(other, one);
    case 'broadcast':
      return sends(one, other) || sends(other, one);
    case 'call':
      return one.inCall && other.inCall ? undefined : false;
    default:
      return kind satisfies never;
  }
}

const mayPublish = ({ rights }: ParticipantRecord): boolean => rights.publish.length > 0;

const receives = (one: ParticipantRecord, other: ParticipantRecord): boolean =>
  one.rights.subscribe && mayPublish(other);

const isLive = (one: ParticipantRecord): boolean => one.choices.live && mayPublish(one);

const sends = (one: ParticipantRecord, other: ParticipantRecord): boolean =>
  isLive(one) && (isLive(other) || (other.choices.watching && other.rights.subscribe));

/** Oneself first, then the others in the order they came. */
export function peopleOf({ you, participants }: RoomView): ParticipantRecord[] {
  const all = [...participants.values()];
  return [...all.filter(({ id }) => id === you), ...all.filter(({ id }) => id !== you)];
}
