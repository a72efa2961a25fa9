/** Lets the REST API answer knocks: by who waits, where calls go by the id of the knock. */
import type { Calls } from '@video-room/calls';
import type { ParticipantId } from '@video-room/protocol';
import type { KnockAnswers } from '../api/knock-answers.js';

export function knockAnswers(calls: Calls): KnockAnswers {
  const answer = async (room: string, participant: ParticipantId, accept: boolean, reason?: string) => {
    const { id } = await calls.knockOf(room, participant);
    await calls.answer(room, 'backend', { call: id, accept, ...(reason !== undefined && { reason }) });
  };
  return {
    admit: (room, participant, message) => answer(room, participant, true, message),
    decline: (room, participant, message) => answer(room, participant, false, message),
  };
}
