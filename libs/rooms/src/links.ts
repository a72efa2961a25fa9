/**
 * The links of a room, computed from who is there. Pure.
 *
 * A link's id is made from both ends' ids and instances alone: a server that lost its memory names the same link
 * again, so media goes on, while a page that was reloaded (another instance) gets another link.
 */
import { createHash } from 'node:crypto';
import type { LinkId, LinkRecord, ParticipantId, RoomKind } from '@video-room/protocol';
import { areLinked } from './link-rules.js';
import type { Visible } from './visibility.js';

/** What decides about a person's links. The seats of a room are of this shape. */
export interface LinkEnd extends Visible {
  instance: string;
}

export function linkId(one: LinkEnd, other: LinkEnd): LinkId {
  const ends = [`${one.participant.id} ${one.instance}`, `${other.participant.id} ${other.instance}`].sort();
  return createHash('sha256').update(ends.join('\n')).digest('base64url').slice(0, 22);
}

/** The link between these two as `own` sees it. */
export const linkSeenBy = (
  own: LinkEnd,
  other: LinkEnd,
  state: LinkRecord['state'],
  id = linkId(own, other),
): LinkRecord => ({
  id,
  peer: other.participant.id,
  polite: isPolite(own.participant.id, other.participant.id),
  state,
});

/** The open links of `own`, as it sees them. */
export function linksOf(kind: RoomKind, own: LinkEnd, all: readonly LinkEnd[]): LinkRecord[] {
  return all
    .filter((other) => other.participant.id !== own.participant.id && areLinked(kind, own, other))
    .map((other) => linkSeenBy(own, other, 'open'));
}

/** The newcomer, whose id is the greater, makes the first offer and does not give way. */
export const isPolite = (own: ParticipantId, peer: ParticipantId): boolean => own < peer;
