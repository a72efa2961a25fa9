/** From a session's state to the list of the people who are there: in which order, and what can be done with each. Pure. */
import type { MediaState, ParticipantId, ParticipantRecord } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import { handPlaces } from './hands.js';

/** `live`: on air in a broadcast. `watcher`: may send nothing. */
export type PersonRole = 'moderator' | 'live' | 'watcher';

/** What may be done with a person: never more than the server would allow now. */
export type PersonAct =
  | 'pin'
  | 'volume'
  | 'write'
  | 'mute'
  | 'ask-microphone'
  | 'camera-off'
  | 'ask-camera'
  | 'screen-off'
  | 'lower-hand'
  | 'remove';

export interface ListedPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly own: boolean;
  readonly role: PersonRole | undefined;
  /** What it says it sends; undefined for somebody who may send nothing. */
  readonly media: MediaState | undefined;
  /** Its place among raised hands, beginning with 1; 0 while it is down. */
  readonly place: number;
  readonly status: 'here' | 'interrupted' | 'failed';
  readonly acts: ReadonlySet<PersonAct>;
}

export interface ListChoices {
  /** Compares names, as the language does. */
  compare: (one: string, other: string) => number;
  /** Whether one may write to somebody alone. */
  mayWriteTo?: (id: ParticipantId) => boolean;
}

/** Oneself first, then raised hands in their order, then by name. */
export function listPeople(state: SessionState, { compare, mayWriteTo = () => false }: ListChoices): ListedPerson[] {
  const { you, participants, phase } = state;
  const places = handPlaces(state);
  const own = you === undefined ? undefined : participants.get(you);
  const moderates = !!own?.rights.admin && phase === 'joined';
  const rank = ({ id, place }: ListedPerson) => (id === you ? 0 : place || Infinity);
  return [...participants.values()]
    .map((person): ListedPerson => {
      const place = places.get(person.id) ?? 0;
      return {
        id: person.id,
        name: person.name,
        own: person === own,
        role: roleOf(person, state),
        media: person.rights.publish.length > 0 ? person.media : undefined,
        place,
        status: statusOf(person, state),
        acts: new Set(person === own ? [] : actsOn(person, { state, own, moderates, mayWriteTo })),
      };
    })
    .sort((one, other) => {
      const [before, after] = [rank(one), rank(other)];
      return before === after ? compare(one.name, other.name) : before - after;
    });
}

/** Those whose name has these letters, whatever signs and cases they are written with. */
export function peopleNamed(people: readonly ListedPerson[], letters: string): readonly ListedPerson[] {
  const wanted = plain(letters.trim());
  return wanted ? people.filter(({ name }) => plain(name).includes(wanted)) : people;
}

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function roleOf({ rights, choices }: ParticipantRecord, { room }: SessionState): PersonRole | undefined {
  if (rights.admin) return 'moderator';
  if (room?.kind === 'broadcast' && choices.live && rights.publish.length > 0) return 'live';
  return rights.publish.length > 0 ? undefined : 'watcher';
}

function statusOf({ id, connection }: ParticipantRecord, { links, you }: SessionState): ListedPerson['status'] {
  const link = links.get(id);
  if (id === you || link === 'connected') return 'here';
  if (link === 'failed') return 'failed';
  return connection === 'away' || link === 'interrupted' ? 'interrupted' : 'here';
}

interface Onlooker {
  state: SessionState;
  own: ParticipantRecord | undefined;
  moderates: boolean;
  mayWriteTo: (id: ParticipantId) => boolean;
}

function actsOn(person: ParticipantRecord, { state, own, moderates, mayWriteTo }: Onlooker): PersonAct[] {
  const { id, identity, media, rights, choices } = person;
  const linked = state.links.has(id);
  const acts: PersonAct[] = [];
  if (state.room?.kind === 'meeting' || linked) acts.push('pin');
  if (linked && rights.publish.length > 0) acts.push('volume');
  if (mayWriteTo(id)) acts.push('write');
  if (!moderates) return acts;
  if (media.microphone) acts.push('mute');
  else if (rights.publish.includes('microphone')) acts.push('ask-microphone');
  if (media.camera) acts.push('camera-off');
  else if (rights.publish.includes('camera')) acts.push('ask-camera');
  if (media.screen) acts.push('screen-off');
  if (choices.handRaised) acts.push('lower-hand');
  // A person is removed on all its devices: oneself, too.
  if (identity !== own?.identity) acts.push('remove');
  return acts;
}
