/** Which lines somebody asks for: of one participant, of one link, of one call. Pure. */
import type { CallRecord, LinkId, ParticipantId, TimelineRecord } from '@video-room/protocol';

export type Selection = (record: TimelineRecord) => boolean;

export type LinkEnds = readonly [ParticipantId, ParticipantId];

/** What it said itself, and what others and the server say of it. */
export const ofParticipant =
  (id: ParticipantId): Selection =>
  ({ from, person, peer }) =>
    from === id || person === id || peer === id;

/** What the server and the two ends say of the link, and what these say of one another without naming one. */
export function ofLink(link: LinkId, ends: LinkEnds | undefined): Selection {
  return ({ link: about, from, person = '' }) => {
    const isOfEnd = ends?.includes(from) === true;
    if (about !== undefined) return about === link && (isOfEnd || from === 'server');
    return isOfEnd && from !== person && ends.includes(person);
  };
}

/** All that is said of a signal. Both ends count their own, so it may be one of each. */
export const ofCause =
  (name: string): Selection =>
  ({ cause }) =>
    cause === name;

/** Who is at the ends of a link, as far as the server has noted; once that had to make room, as far as pages agree. */
export function endsOf(link: LinkId, records: readonly TimelineRecord[]): LinkEnds | undefined {
  for (const { from, link: about, person, peer } of records) {
    if (from === 'server' && about === link && person !== undefined && peer !== undefined) return [person, peer];
  }
  return endsSaid(link, records);
}

/** Whom pages name as ends of a link, themselves and others: only if these are two, and both are known in the room. */
function endsSaid(link: LinkId, records: readonly TimelineRecord[]): LinkEnds | undefined {
  const said = new Set<ParticipantId>();
  const known = new Set<ParticipantId>();
  for (const { from, link: about, person } of records) {
    if (from !== 'server') known.add(from);
    if (person === undefined) continue;
    if (from === 'server') known.add(person);
    else if (about === link) said.add(from).add(person);
  }
  const [one, other, ...more] = said;
  if (one === undefined || other === undefined || more.length > 0) return undefined;
  return known.has(one) && known.has(other) ? [one, other] : undefined;
}

/** How long before and after a call what happened may have to do with it, in milliseconds. */
const AROUND_CALL_MS = 5_000;

/** What its participants said, and what the server says of them, while it rang and went on. */
export function ofCall({ caller, callee, createdAt, endedAt = Infinity }: CallRecord): Selection {
  const parties = [caller.participant, callee?.participant].filter((id) => id !== undefined);
  return ({ at, from, person = '' }) =>
    at >= createdAt - AROUND_CALL_MS &&
    at <= endedAt + AROUND_CALL_MS &&
    (parties.includes(from) || (from === 'server' && parties.includes(person)));
}
