/**
 * A room kind is nothing but a rule for who is linked with whom. Another kind is another entry of this table, pure
 * and about two people at a time.
 */
import type { Rights, RoomKind } from '@video-room/protocol';

/** What a rule may know of a person. */
export interface Linkable {
  rights: Rights;
  hidden: boolean;
}

export type LinkRule = (one: Linkable, other: Linkable) => boolean;

const watches = (one: Linkable, other: Linkable) => one.rights.subscribe && other.rights.publish.length > 0;

export const LINK_RULES: Readonly<Record<RoomKind, LinkRule>> = {
  /** Everybody with everybody, if one may send what the other may receive. */
  meeting: (one, other) => watches(one, other) || watches(other, one),
};

/** Whether these two are linked. Hidden people are linked with nobody, whatever the kind. */
export const areLinked = (kind: RoomKind, one: Linkable, other: Linkable): boolean =>
  !one.hidden && !other.hidden && LINK_RULES[kind](one, other);
