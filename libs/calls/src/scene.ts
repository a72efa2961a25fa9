/** A room at one moment, as the rules of calls look at it. Pure. */
import type { CallId, CallParty, CallRecord, LeaveReason, ParticipantId, RoomRecord } from '@video-room/protocol';
import type { Presence } from './call-world.js';

export interface Scene {
  /** Name of the room. */
  name: string;
  /** Undefined: the room has ended. */
  room: RoomRecord | undefined;
  presences: readonly Presence[];
  /** The calls that have not finished, oldest first. */
  open: readonly CallRecord[];
  /** Is told nothing: what it must know it gets with its `ready`. */
  silent?: ParticipantId | undefined;
  /** Who has just left for good, and is in `presences` no more. */
  left?: { participant: ParticipantId; reason: LeaveReason } | undefined;
}

export const presenceOf = ({ presences }: Scene, id: ParticipantId | undefined): Presence | undefined =>
  presences.find(({ participant }) => participant === id);

export const openCall = ({ open }: Scene, id: CallId): CallRecord | undefined => open.find((call) => call.id === id);

export const partyOf = ({ identity, name, participant }: Presence): CallParty => ({ identity, name, participant });

/** The two sides of a call; one for a knock that nobody has answered. */
export const endsOf = ({ caller, callee }: CallRecord): CallParty[] => (callee ? [caller, callee] : [caller]);

/** The end that this presence is. The callee is known by its presence once it has accepted. */
export const endOf = (call: CallRecord, id: ParticipantId): CallParty | undefined =>
  endsOf(call).find(({ participant }) => participant === id);

export const takesPart = (call: CallRecord, participant: ParticipantId): boolean =>
  endOf(call, participant) !== undefined;

/** Whether an accepted call lasts only while this presence does. Somebody let in does not need who opened. */
export const dependsOn = (call: CallRecord, participant: ParticipantId): boolean =>
  call.kind === 'knock' ? call.caller.participant === participant : takesPart(call, participant);

/** Whether the person is in a call that is not to grow, on any device. */
export const isTaken = ({ presences }: Scene, identity: string): boolean =>
  presences.some((one) => one.identity === identity && one.talk !== undefined && !one.choices.addUp);

/** Whether calls to the person are answered with `busy`. What one device says, it says for the person. */
export const isBusy = (scene: Scene, { kind, callee }: CallRecord): boolean =>
  callee !== undefined &&
  ((kind === 'ring' && isTaken(scene, callee.identity)) ||
    scene.presences.some(
      (one) => one.identity === callee.identity && one.admitted && !one.hidden && one.choices.doNotDisturb,
    ));
