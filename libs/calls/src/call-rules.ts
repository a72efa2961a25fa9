/** Who may do what to which call. Pure; a refusal is thrown. */
import { LIMITS, ProtocolError, type CallMessage, type CallRecord, type ParticipantId } from '@video-room/protocol';
import type { Presence } from './call-world.js';
import { isTaken, takesPart, type Scene } from './scene.js';

/** One and the same for a call that never was, is over, or is somebody else's. */
export const noSuchCall = (): ProtocolError => new ProtocolError('no-such-call', 'No such call is open for this.');

/** The presence that calls: the one that asked, or the person's first that is there. */
export function callerOf({ room, presences }: Scene, by: { participant?: ParticipantId; identity: string }): Presence {
  const own = presences.filter(({ identity }) => identity === by.identity);
  const caller =
    by.participant === undefined
      ? own.find(({ online, admitted, hidden }) => online && admitted && !hidden)
      : own.find(({ participant }) => participant === by.participant);
  if (!room || !caller) throw new ProtocolError('not-allowed', 'The caller is not in the room.');
  return caller;
}

/** Throws unless rooms of this kind have such calls and this presence may make one. */
export function checkMayCall({ room, presences, open }: Scene, caller: Presence, message: CallMessage): void {
  if (message.kind === 'knock') {
    if (caller.admitted) throw new ProtocolError('wrong-kind', 'Only somebody who waits to be let in can knock.');
    return;
  }
  if (!caller.admitted) throw new ProtocolError('not-allowed', 'Somebody who waits to be let in cannot call.');
  if (caller.hidden) throw new ProtocolError('not-allowed', 'Somebody who hides cannot call.');
  if (room?.kind !== ROOMS_FOR[message.kind]) {
    throw new ProtocolError('wrong-kind', `Calls of this kind are made in rooms of kind ${ROOMS_FOR[message.kind]}.`);
  }
  if (message.identity === caller.identity) throw new ProtocolError('bad-message', 'Nobody can call themselves.');
  if (message.kind === 'ring') return;
  // Whom a guest brought on stage, the host could not send back.
  const isGuest = open.some(
    ({ kind, state, callee }) => kind === 'stage' && state === 'accepted' && callee?.participant === caller.participant,
  );
  if ((!caller.publishes || isGuest) && !caller.admin) {
    throw new ProtocolError('not-allowed', 'Only those who may publish or moderate can call somebody on stage.');
  }
  if (presences.some(({ identity, publishes, hidden }) => identity === message.identity && publishes && !hidden)) {
    throw new ProtocolError('not-allowed', 'This person may publish already.');
  }
}

const ROOMS_FOR = { ring: 'call', stage: 'broadcast' } as const;

/** Throws if the caller is in a call to which this one cannot be added. */
export function checkIsFree(scene: Scene, caller: Presence, calledIdentity: string): void {
  const isThere =
    caller.talk !== undefined &&
    scene.presences.some(({ identity, talk }) => identity === calledIdentity && talk === caller.talk);
  if (isThere) throw new ProtocolError('in-a-call', 'The two are in a call already.');
  if (isTaken(scene, caller.identity)) {
    throw new ProtocolError('in-a-call', 'The caller is in a call, and its calls do not add up.');
  }
}

/** Only the called side: for a knock whoever moderates, otherwise any device of the called person. */
export const mayAnswer = ({ kind, caller, callee }: CallRecord, by: Presence): boolean =>
  by.online &&
  by.admitted &&
  (kind === 'knock'
    ? by.admin && by.participant !== caller.participant
    : by.identity === callee?.identity && !by.hidden);

/**
 * The caller takes back what rings; either end ends what was accepted, and whoever moderates a visit on stage. Being let
 * in cannot be ended.
 * @param by undefined: the site's backend.
 */
export const mayHangUp = (call: CallRecord, by: Presence | undefined): boolean => {
  if (call.state === 'ringing') return by === undefined || call.caller.participant === by.participant;
  if (call.kind === 'knock') return false;
  return by === undefined || takesPart(call, by.participant) || isModeratedBy(call, by);
};

/**
 * Whether it is this presence's to answer or to end because it moderates: who asks to come in and, unless it hides, who
 * is on stage.
 */
export const isModeratedBy = ({ kind, state }: CallRecord, { admin, admitted, hidden }: Presence): boolean =>
  admin &&
  admitted &&
  ((kind === 'knock' && state === 'ringing') || (kind === 'stage' && state === 'accepted' && !hidden));

/** Throws for as long as a refusal of this person's last knock keeps it from knocking again. */
export function checkMayKnock(calls: readonly CallRecord[], caller: Presence, now: number): void {
  const refusedAt = calls
    .filter(({ kind, state }) => kind === 'knock' && state === 'declined')
    .filter((call) => call.caller.identity === caller.identity)
    .map(({ endedAt = 0 }) => endedAt);
  const retryAfterMs = Math.max(0, ...refusedAt) + LIMITS.knockAgainMs - now;
  if (refusedAt.length > 0 && retryAfterMs > 0) {
    throw new ProtocolError('rate-limited', 'Refused a moment ago; knock again later.', { retryAfterMs });
  }
}
