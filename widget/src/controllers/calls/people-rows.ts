/** Who can be called, or watches, and how that person stands: from a session's state to the rows of a list. Pure. */
import type { CallId, ParticipantRecord } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { ownCalls, ownRecord } from './own-calls.js';

export type PersonStatus =
  'available' | 'in-call' | 'away' | 'do-not-disturb' | 'together' | 'calling' | 'watching' | 'invited' | 'on-stage';

export interface PersonRow {
  identity: string;
  name: string;
  status: PersonStatus;
  /** Whether calling, or inviting, makes sense now. */
  callable: boolean;
  /** The call to end: of whoever is invited or on stage. */
  call?: CallId | undefined;
}

/** Everybody else of a room of calls, one row for each person and not for each device. */
export function peopleRows(state: SessionState): PersonRow[] {
  const own = ownRecord(state);
  const { outgoing, current } = ownCalls(state);
  const others = new Map<string, ParticipantRecord[]>();
  for (const person of state.participants.values()) {
    if (!own || person.identity === own.identity) continue;
    others.set(person.identity, [...(others.get(person.identity) ?? []), person]);
  }
  return [...others].map(([identity, presences]) => {
    const calling = outgoing.some((call) => call.callee?.identity === identity);
    const together = presences.some(({ id }) => state.links.has(id));
    const status = calling ? 'calling' : together ? 'together' : statusOf(presences);
    const free = current.length === 0 || !!own?.choices.addUp;
    const callable = free && (status === 'available' || status === 'in-call' || status === 'away');
    return { identity, name: presences[0]?.name ?? identity, status, callable };
  });
}

/** One device that is free makes the person free. */
function statusOf(presences: readonly ParticipantRecord[]): PersonStatus {
  const here = presences.filter(({ connection }) => connection === 'online');
  if (here.length === 0) return 'away';
  if (here.some(({ inCall }) => inCall)) return 'in-call';
  return here.some(({ choices }) => !choices.doNotDisturb) ? 'available' : 'do-not-disturb';
}

/** Those who watch a broadcast, as far as one is told; first those on stage by invitation whom one may send back. */
export function watcherRows(state: SessionState): PersonRow[] {
  const own = ownRecord(state);
  const { outgoing, guests: visits } = ownCalls(state);
  const guests = visits.flatMap(({ id, callee }): PersonRow[] =>
    callee ? [{ ...nameOf(callee), status: 'on-stage', callable: false, call: id }] : [],
  );
  const seen = new Set([own?.identity, ...guests.map(({ identity }) => identity)]);
  const watchers = [...state.participants.values()].flatMap((person): PersonRow[] => {
    if (person.rights.publish.length > 0 || seen.has(person.identity)) return [];
    seen.add(person.identity);
    const call = outgoing.find(({ callee }) => callee?.identity === person.identity)?.id;
    const status = call ? 'invited' : person.connection === 'away' ? 'away' : 'watching';
    return [{ ...nameOf(person), status, callable: status === 'watching', call }];
  });
  return [...guests, ...watchers];
}

const nameOf = ({ identity, name }: { identity: string; name: string }) => ({ identity, name });
