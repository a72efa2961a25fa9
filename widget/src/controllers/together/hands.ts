/** Whose hands are up, in the order in which they are to speak. Pure. */
import type { ParticipantId, ParticipantRecord } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';

/** Who raised a hand, whoever did first coming first. */
export const raisedHands = ({ participants }: Pick<SessionState, 'participants'>): ParticipantRecord[] =>
  [...participants.values()]
    .filter(({ choices }) => choices.handRaised)
    .sort((one, other) => (one.handRaisedAt ?? Infinity) - (other.handRaisedAt ?? Infinity) || 0);

/** The place of everybody in that order, beginning with 1. */
export const handPlaces = (state: Pick<SessionState, 'participants'>): ReadonlyMap<ParticipantId, number> =>
  new Map(raisedHands(state).map(({ id }, index) => [id, index + 1]));

/** Those of others that went up since, by people who were there already. */
export function handsThatWentUp(previous: SessionState, { you, participants }: SessionState): ParticipantRecord[] {
  if (previous.participants === participants) return [];
  return raisedHands({ participants }).filter(
    ({ id }) => id !== you && previous.participants.get(id)?.choices.handRaised === false,
  );
}
