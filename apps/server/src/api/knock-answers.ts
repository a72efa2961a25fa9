/** The port by which whoever waits at a room's door is let in or not. What a knock is, the calls know; here it is only named. */
import type { ParticipantId } from '@video-room/protocol';

export const KNOCK_ANSWERS = Symbol('KnockAnswers');

export interface KnockAnswers {
  /** Lets somebody in. Throws `no-such-call` if nobody of this id waits, `room-full`. */
  admit(room: string, participant: ParticipantId, message?: string): Promise<void>;
  /** Turns somebody away. Throws `no-such-call` if nobody of this id waits. */
  decline(room: string, participant: ParticipantId, message?: string): Promise<void>;
}
