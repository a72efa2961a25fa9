/** Whom one may write to alone: the people one is shown and who hear one. Pure. */
import type { ParticipantId } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { visible } from '../../text/visible.js';

export interface Recipient {
  /** A person, who may be there on several devices; what is written to one of them all of them get. */
  readonly identity: string;
  readonly participant: ParticipantId;
  readonly name: string;
}

export function recipients({ participants, you, room, links }: SessionState): Recipient[] {
  const own = you === undefined ? undefined : participants.get(you);
  const people = new Map<string, Recipient>();
  for (const { id, identity, name } of participants.values()) {
    // Where people call each other, only those in one's own call hear one.
    const hears = room?.kind !== 'call' || links.has(id);
    if (hears && identity !== own?.identity && !people.has(identity)) {
      people.set(identity, { identity, participant: id, name });
    }
  }
  const all = [...people.values()];
  const isAmbiguous = (name: string) => all.filter((each) => each.name === name).length > 1;
  return all.map((each) =>
    isAmbiguous(each.name) ? { ...each, name: `${each.name} (${visible(each.identity)})` } : each,
  );
}
