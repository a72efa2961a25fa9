/**
 * A room kind is nothing but a rule for who is linked with whom. Another kind is another entry of this table, pure
 * and about two people at a time.
 */
import type { Choices, Rights, RoomKind } from '@video-room/protocol';

/** What a rule may know of a person. The seats of a room are of this shape. */
export interface Linkable {
  participant: { rights: Rights; choices: Choices };
  hidden: boolean;
  /** False: waits to be let in. */
  admitted: boolean;
  /** The conversation it is in. */
  talk?: string;
}

export type LinkRule = (one: Linkable, other: Linkable) => boolean;

export const mayPublish = ({ participant: { rights } }: Linkable): boolean => rights.publish.length > 0;

const receives = (one: Linkable, other: Linkable) => one.participant.rights.subscribe && mayPublish(other);

/** Whether it is on air. */
const isLive = (one: Linkable): boolean => one.participant.choices.live && mayPublish(one);

/** Whether it asks for the pictures of those on air, and may have them. */
export const isWatching = ({ participant: { choices, rights } }: Linkable): boolean =>
  choices.watching && rights.subscribe;

export const LINK_RULES: Readonly<Record<RoomKind, LinkRule>> = {
  /** Everybody with everybody, if one may send what the other may receive. */
  meeting: (one, other) => receives(one, other) || receives(other, one),
  /** Exactly those who share a conversation. */
  call: (one, other) => one.talk !== undefined && one.talk === other.talk,
  /** Those on air with each other, and each of them with those who watch. */
  broadcast: (one, other) =>
    (isLive(one) && (isLive(other) || isWatching(other))) || (isLive(other) && isWatching(one)),
};

/** Whether these two are linked. Who hides or waits is linked with nobody, whatever the kind. */
export const areLinked = (kind: RoomKind, one: Linkable, other: Linkable): boolean =>
  isThere(one) && isThere(other) && LINK_RULES[kind](one, other);

const isThere = ({ hidden, admitted }: Linkable): boolean => !hidden && admitted;
