/**
 * What becomes of a conversation when somebody leaves it. Pure.
 *
 * A conversation is held together by accepted calls: each of those in it takes part in one at least, and one can get from
 * each to each along them. So everybody in it has something to hang up, and nobody is linked with somebody without a
 * call that says so.
 */
import type { CallParty, CallRecord, ParticipantId } from '@video-room/protocol';
import { endsOf, takesPart } from './scene.js';

export interface TalkChange {
  /** Calls that are over. */
  ended: CallRecord[];
  /** Who is in the conversation no more: those who leave, and the last person, who would be alone. */
  out: ParticipantId[];
  /** Those who stay and were joined only through one who leaves: a call between each of these pairs joins them. */
  joined: [CallParty, CallParty][];
}

/** @param calls the accepted calls of the conversation. */
export function leaveTalk(leavers: readonly ParticipantId[], calls: readonly CallRecord[]): TalkChange {
  const ended = calls.filter((call) => leavers.some((leaver) => takesPart(call, leaver)));
  const groups: CallParty[][] = [];
  for (const call of calls) merge(groups, staying(call, leavers));
  const stay = groups.flat();
  // Somebody with another device of its own is alone, too.
  if (new Set(stay.map(({ identity }) => identity)).size > 1) return { ended, out: [...leavers], joined: join(groups) };
  return { ended, out: [...leavers, ...stay.flatMap(({ participant }) => participant ?? [])], joined: [] };
}

/** Pairs that make one group of all. Nobody calls themselves, so each pair is of two people; there are two at least. */
function join([first = [], ...others]: CallParty[][]): [CallParty, CallParty][] {
  const pairs: [CallParty, CallParty][] = [];
  const joined = [...first];
  while (others.length > 0) {
    const pair = others.flat().flatMap((other): [CallParty, CallParty][] => {
      const one = joined.find(({ identity }) => identity !== other.identity);
      return one ? [[one, other]] : [];
    })[0];
    const group = pair && others.findIndex((parties) => parties.includes(pair[1]));
    if (pair === undefined || group === undefined) break;
    pairs.push(pair);
    joined.push(...(others.splice(group, 1)[0] ?? []));
  }
  return pairs;
}

const staying = (call: CallRecord, leavers: readonly ParticipantId[]): CallParty[] =>
  endsOf(call).filter(({ participant }) => participant !== undefined && !leavers.includes(participant));

/** Puts the ends of one call into one group, with all who are in a group with any of them. */
function merge(groups: CallParty[][], ends: CallParty[]): void {
  const merged: CallParty[] = [];
  const has = (group: CallParty[], id?: ParticipantId) => group.some(({ participant }) => participant === id);
  for (const end of ends) {
    const at = groups.findIndex((group) => has(group, end.participant));
    if (at >= 0) merged.push(...(groups.splice(at, 1)[0] ?? []));
    else if (!has(merged, end.participant)) merged.push(end);
  }
  if (merged.length > 0) groups.push(merged);
}
