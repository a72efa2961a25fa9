/**
 * Sees everything that the people of calls-model.ts are shown, and says what must be true of it whatever they do. Says
 * it in other words than the rules that it watches over.
 */
import { inspect, isDeepStrictEqual } from 'node:util';
import type { CallId, CallRecord, ParticipantId, RoomKind } from '@video-room/protocol';
import type { Presence } from './call-world.js';

export const isOpen = ({ state }: CallRecord): boolean => state === 'ringing' || state === 'accepted';

/** Cheaper than `expect`, which would be asked some millions of times. */
export function must(isTrue: unknown, what: string, because: unknown): asserts isTrue {
  if (!isTrue) throw new Error(`${what}: ${inspect(because, { depth: 4 })}`);
}

export class CallsWitness {
  /** Newest first. */
  readonly calls: CallId[] = [];
  readonly #kind: RoomKind;
  /** What each device shows. */
  readonly #shown = new Map<ParticipantId, Map<CallId, CallRecord>>();
  /** Final records by device and call; those stored under the device ''. */
  readonly #finals = new Map<string, CallRecord>();
  readonly #acceptedBy = new Map<CallId, ParticipantId[]>();

  constructor(kind: RoomKind) {
    this.#kind = kind;
  }

  /** A device has got a new `ready`. */
  shows(device: ParticipantId, calls: readonly CallRecord[]): void {
    this.#shown.set(device, new Map());
    for (const call of calls) this.show(device, call);
  }

  show(device: ParticipantId, call: CallRecord): void {
    if (!this.calls.includes(call.id)) this.calls.unshift(call.id);
    this.#keepFinal(device, call);
    const shown = this.#shown.get(device) ?? new Map<CallId, CallRecord>();
    this.#shown.set(device, shown.set(call.id, call));
  }

  /** A device was told that its acceptance counts. */
  accepted(device: ParticipantId, call: CallId): void {
    this.#acceptedBy.set(call, [...(this.#acceptedBy.get(call) ?? []), device]);
  }

  /**
   * @param calls what is stored.
   * @param callsAddUp whether anybody has ever wanted more than one call at a time.
   */
  check(calls: readonly CallRecord[], presences: readonly Presence[], callsAddUp: boolean): void {
    for (const call of calls) {
      this.#keepFinal('', call);
      must(call.caller.identity !== call.callee?.identity, 'nobody calls themselves', call);
      for (const one of presences) this.#checkView(call, one);
      this.#checkEffect(call, presences);
    }
    this.#checkTalks(calls, presences, callsAddUp);
    for (const one of presences) this.#checkConsent(calls, one);
  }

  /** At most one final state, and nothing about it changes afterwards. */
  #keepFinal(device: ParticipantId, call: CallRecord): void {
    const name = `${device} ${call.id}`;
    const final = this.#finals.get(name);
    if (final !== undefined) must(isDeepStrictEqual(call, final), 'a final state is final', [device, final, call]);
    else if (!isOpen(call)) this.#finals.set(name, call);
  }

  /** Both sides show what is stored, unless they have lost the connection. */
  #checkView(call: CallRecord, one: Presence): void {
    const shown = this.#shown.get(one.participant)?.get(call.id)?.state;
    const expected = one.online ? viewOf(call, one) : undefined;
    if (expected === undefined) return;
    const isAlike = expected.startsWith('not ') ? expected !== `not ${shown}` : shown === expected;
    must(isAlike, 'both sides show what has become of a call', { one, shown, expected, call });
  }

  #checkEffect(call: CallRecord, presences: readonly Presence[]): void {
    const accepters = this.#acceptedBy.get(call.id) ?? [];
    must(accepters.length <= 1, 'one device at most accepts', accepters);
    if (accepters.length > 0) {
      must(call.callee?.participant === accepters[0], 'who accepts takes part', call);
      must(call.state === 'accepted' || call.state === 'ended', 'what is accepted stays so until it ends', call);
    }
    const at = (id?: ParticipantId) => presences.find(({ participant }) => participant === id);
    if (isOpen(call)) must(at(call.caller.participant), 'nobody calls who has gone', call);
    if (call.state !== 'accepted' || call.kind !== 'ring') return;
    for (const end of [call.caller, call.callee]) {
      must(at(end?.participant)?.talk === call.talk, 'an accepted call joins the two', call);
    }
  }

  #checkTalks(calls: readonly CallRecord[], presences: readonly Presence[], callsAddUp: boolean): void {
    const talking = presences.filter(({ talk }) => talk !== undefined);
    for (const { participant, talk } of talking) {
      const together = talking.filter((one) => one.talk === talk).map((one) => one.participant);
      must(together.length > 1, 'nobody is in a conversation alone', participant);
      must(callsAddUp || together.length === 2, 'calls add up only if somebody wants it', together);
      const joined = joinedWith(participant, calls);
      must(isDeepStrictEqual(joined.sort(), together.sort()), 'accepted calls join those in a conversation', joined);
    }
  }

  #checkConsent(calls: readonly CallRecord[], { participant, identity, publishes, admitted }: Presence): void {
    if (identity === 'ann') return;
    const isIn = (kind: string, side: 'caller' | 'callee') =>
      calls.some((call) => call.kind === kind && call.state === 'accepted' && call[side]?.participant === participant);
    if (this.#kind === 'broadcast') must(publishes === isIn('stage', 'callee'), 'on stage by consent', participant);
    if (this.#kind === 'meeting') must(admitted === isIn('knock', 'caller'), 'in by being let in', participant);
  }
}

/** What this device must show of the call; undefined: it is not its concern. */
function viewOf({ kind, state, caller, callee }: CallRecord, { participant, identity, admitted }: Presence) {
  if (caller.participant === participant) return state;
  if (kind === 'knock') {
    if (identity !== 'ann') return undefined;
    return state === 'ringing' ? state : 'not ringing';
  }
  if (kind === 'stage' && identity === 'ben' && callee?.identity !== 'ben') {
    return state === 'accepted' ? state : 'not accepted';
  }
  if (callee?.identity !== identity || !admitted) return undefined;
  const isAnswered = state === 'accepted' || state === 'ended';
  return isAnswered && callee.participant !== participant ? 'answered-elsewhere' : state;
}

/** Everybody to whom one gets along accepted calls. */
function joinedWith(participant: ParticipantId, calls: readonly CallRecord[]): ParticipantId[] {
  const found = new Set([participant]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { kind, state, caller, callee } of calls) {
      if (kind !== 'ring' || state !== 'accepted') continue;
      const ends = [caller.participant ?? '', callee?.participant ?? ''];
      if (ends.some((end) => found.has(end))) ends.forEach((end) => found.add(end));
    }
  }
  return [...found];
}
