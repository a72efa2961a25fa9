/** From a session's state to the calls that matter now, seen from oneself. Pure. */
import type { CallRecord, ParticipantRecord } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';

export interface OwnCalls {
  /** Rings here: a call, or an invitation to the stage. */
  readonly incoming: readonly CallRecord[];
  /** Called from here and not answered yet. */
  readonly outgoing: readonly CallRecord[];
  /** Those who ask to be let in, if one may let them in. */
  readonly knocks: readonly CallRecord[];
  /** What one takes part in. */
  readonly current: readonly CallRecord[];
  /** Visits on stage of others, if one may end them: of those one has asked, for those who moderate of all. */
  readonly guests: readonly CallRecord[];
  /** One's own wish to be let in, while one waits: the newest, if need be of an earlier stay. */
  readonly ownKnock: CallRecord | undefined;
}

export const ownRecord = ({ you, participants }: SessionState): ParticipantRecord | undefined =>
  you === undefined ? undefined : participants.get(you);

/** Whether one is the one who is called. */
export const isCallee = ({ caller, callee }: CallRecord, own: ParticipantRecord): boolean =>
  callee?.identity === own.identity && caller.participant !== own.id;

export const isCaller = ({ caller }: CallRecord, own: ParticipantRecord): boolean => caller.participant === own.id;

export function ownCalls(state: SessionState): OwnCalls {
  const own = ownRecord(state);
  const calls = own ? [...state.calls.values()] : [];
  const me = own as ParticipantRecord;
  const ringing = calls.filter(({ state: now }) => now === 'ringing');
  const knocks = calls.filter(({ kind }) => kind === 'knock');
  return {
    incoming: ringing.filter((call) => call.kind !== 'knock' && isCallee(call, me)),
    outgoing: ringing.filter((call) => call.kind !== 'knock' && isCaller(call, me)),
    knocks: me?.rights.admin ? ringing.filter((call) => call.kind === 'knock' && !isCaller(call, me)) : [],
    current: calls.filter(
      ({ state: now, kind, caller, callee }) =>
        now === 'accepted' && kind !== 'knock' && (caller.participant === me.id || callee?.participant === me.id),
    ),
    guests: calls.filter(
      ({ state: now, kind, caller, callee }) =>
        now === 'accepted' &&
        kind === 'stage' &&
        callee?.participant !== me.id &&
        (caller.participant === me.id || me.rights.admin),
    ),
    // Somebody who was declined, left and came again has made none yet: the one from before is why.
    ownKnock: state.admitted ? undefined : (knocks.findLast((call) => isCaller(call, me)) ?? knocks.at(-1)),
  };
}

/** The other side of a call, as one sees it. */
export const otherOf = (call: CallRecord, own: ParticipantRecord | undefined): CallRecord['caller'] =>
  own && isCaller(call, own) && call.callee ? call.callee : call.caller;
