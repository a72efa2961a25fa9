/**
 * The links of a room, computed from who is there. Pure.
 *
 * A link's id is made from both ends' ids and instances alone: a server that lost its memory names the same link
 * again, so media goes on, while a page that was reloaded (another instance) gets another link. One that becomes
 * relay-only, or no longer is, is another link, too: a connection that knows addresses cannot forget them.
 */
import { createHash } from 'node:crypto';
import type { LinkRecord, ParticipantId, RoomRecord } from '@video-room/protocol';
import { areLinked } from './link-rules.js';
import type { Visible } from './visibility.js';

/** What decides about a person's links. The seats of a room are of this shape. */
export interface LinkEnd extends Visible {
  instance: string;
  relayOnly?: true;
}

/** 128 bits. Of the hash, not of its text: a part of a text keeps the whole in memory. */
const ID_BYTES = 16;

/** What of a room decides about its links. */
export type LinkingRoom = Pick<RoomRecord, 'kind' | 'relayOnly'>;

/** The room wants it, or either end. */
export const isRelayOnly = (room: LinkingRoom, one: LinkEnd, other: LinkEnd): boolean =>
  room.relayOnly === true || one.relayOnly === true || other.relayOnly === true;

/** The link between these two, as both see it. */
export function linkBetween(room: LinkingRoom, one: LinkEnd, other: LinkEnd): Pick<LinkRecord, 'id' | 'relayOnly'> {
  const named = [`${one.participant.id} ${one.instance}`, `${other.participant.id} ${other.instance}`].sort();
  const relayOnly = isRelayOnly(room, one, other);
  if (relayOnly) named.push('relay-only');
  const id = createHash('sha256').update(named.join('\n')).digest().toString('base64url', 0, ID_BYTES);
  return { id, ...(relayOnly && { relayOnly }) };
}

/** A link as `own` sees it. */
export const linkSeenBy = (
  own: LinkEnd,
  other: LinkEnd,
  state: LinkRecord['state'],
  link: Pick<LinkRecord, 'id' | 'relayOnly'>,
): LinkRecord => ({
  ...link,
  peer: other.participant.id,
  polite: isPolite(own.participant.id, other.participant.id),
  state,
});

/** The open links of `own`, as it sees them. */
export function linksOf(room: LinkingRoom, own: LinkEnd, all: readonly LinkEnd[]): LinkRecord[] {
  return all
    .filter((other) => other.participant.id !== own.participant.id && areLinked(room.kind, own, other))
    .map((other) => linkSeenBy(own, other, 'open', linkBetween(room, own, other)));
}

/** The newcomer, whose id is the greater, makes the first offer and does not give way. */
export const isPolite = (own: ParticipantId, peer: ParticipantId): boolean => own < peer;
