/** What the list of people is given to show. */
import type { CallId, ParticipantId, RoomAccess } from '@video-room/protocol';
import type { ListedPerson, PersonAct } from '../../controllers/together/people-list.js';

export interface PeopleView {
  readonly people: readonly ListedPerson[];
  readonly pinned: string | undefined;
  /** How loud one hears somebody, in 0..1. */
  readonly volumeOf: (id: ParticipantId) => number;
  /** Those who ask to be let in, if one may let them in. */
  readonly waiting: readonly { readonly call: CallId; readonly name: string }[];
  /** For those who moderate: who may walk in, and who may once the room is unlocked. */
  readonly moderating: { readonly access: RoomAccess; readonly unlocked: RoomAccess } | undefined;
}

export type { ListedPerson, PersonAct };
