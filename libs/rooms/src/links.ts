/**
 * The links of one person, computed from who is there, and what changes between two such sets. Pure.
 *
 * A link's id is made from both ends' ids and instances alone: a server that lost its memory names the same link
 * again, so media goes on, while a page that was reloaded (another instance) gets another link.
 */
import { createHash } from 'node:crypto';
import type { LinkId, LinkRecord, ParticipantId, Rights, RoomKind } from '@video-room/protocol';
import { areLinked } from './link-rules.js';

/** What decides about a person's links. The seats of a room are of this shape. */
export interface LinkEnd {
  participant: { id: ParticipantId; rights: Rights };
  instance: string;
  hidden: boolean;
}

export function linkId(one: LinkEnd, other: LinkEnd): LinkId {
  const ends = [`${one.participant.id} ${one.instance}`, `${other.participant.id} ${other.instance}`].sort();
  return createHash('sha256').update(ends.join('\n')).digest('base64url').slice(0, 22);
}

const linkable = (end: LinkEnd) => ({ rights: end.participant.rights, hidden: end.hidden });

/** The open links of `own`, as it sees them. */
export function linksOf(kind: RoomKind, own: LinkEnd, all: readonly LinkEnd[]): LinkRecord[] {
  return all
    .filter((other) => other.participant.id !== own.participant.id && areLinked(kind, linkable(own), linkable(other)))
    .map((other) => ({
      id: linkId(own, other),
      peer: other.participant.id,
      polite: isPolite(own.participant.id, other.participant.id),
      state: 'open',
    }));
}

/** The newcomer, whose id is the greater, makes the first offer and does not give way. */
export const isPolite = (own: ParticipantId, peer: ParticipantId): boolean => own < peer;

/** The same link as its other end sees it. */
export const fromOtherEnd = (link: LinkRecord, own: ParticipantId): LinkRecord => ({
  ...link,
  peer: own,
  polite: !link.polite,
});

/** What must be closed and opened to come from `before` to `after`; the closed ones first. */
export function changedLinks(before: readonly LinkRecord[], after: readonly LinkRecord[]): LinkRecord[] {
  const gone = before.filter(({ id }) => !after.some((link) => link.id === id));
  const fresh = after.filter(({ id }) => !before.some((link) => link.id === id));
  return [...gone.map((link): LinkRecord => ({ ...link, state: 'closed' })), ...fresh];
}
