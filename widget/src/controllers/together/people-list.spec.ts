import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, NO_MEDIA, type ParticipantRecord, type Rights } from '@video-room/protocol';
import { INITIAL_STATE, type LinkPhase, type SessionState } from '../../core/session-state.js';
import { FAKE_ROOM, fakePerson } from '../fake-session.js';
import { listPeople, peopleNamed } from './people-list.js';

const RIGHTS: Rights = fakePerson('x', 'x').rights;
const ADMIN: Partial<ParticipantRecord> = { rights: { ...RIGHTS, admin: true } };
const WATCHER: Partial<ParticipantRecord> = { rights: { ...RIGHTS, publish: [] }, media: NO_MEDIA };
const hand = (handRaisedAt: number): Partial<ParticipantRecord> => ({
  choices: { ...DEFAULT_CHOICES, handRaised: true },
  handRaisedAt,
});

function stateOf(people: ParticipantRecord[], change: Partial<SessionState> = {}): SessionState {
  const links = new Map<string, LinkPhase>(people.slice(1).map(({ id }) => [id, 'connected']));
  return {
    ...INITIAL_STATE,
    phase: 'joined',
    admitted: true,
    room: FAKE_ROOM,
    you: people[0]!.id,
    participants: new Map(people.map((person) => [person.id, person])),
    links,
    ...change,
  };
}

const compare = (one: string, other: string) => one.localeCompare(other, 'en');
const list = (state: SessionState) => listPeople(state, { compare });
const actsOn = (person: ParticipantRecord, own: Partial<ParticipantRecord> = {}, change: Partial<SessionState> = {}) =>
  [...list(stateOf([fakePerson('me', 'Ann', own), person], change))[1]!.acts].join(' ');

describe('the list of people', () => {
  it('has oneself first, then raised hands in their order, then everybody by name', () => {
    const people = list(
      stateOf([
        fakePerson('me', 'Zoe', hand(50)),
        fakePerson('a', 'Émile'),
        fakePerson('b', 'Zac', hand(30)),
        fakePerson('c', 'Eve'),
        fakePerson('d', 'Ann', hand(40)),
        fakePerson('e', 'Fay'),
      ]),
    );
    expect(people.map(({ name, place }) => `${name} ${place}`)).toEqual([
      'Zoe 3',
      'Zac 1',
      'Ann 2',
      'Émile 0',
      'Eve 0',
      'Fay 0',
    ]);
    expect(people.map(({ own }) => own)).toEqual([true, false, false, false, false, false]);
  });

  it('says what everybody is, and how it stands', () => {
    const people = [
      fakePerson('me', 'A', ADMIN),
      fakePerson('b', 'B', { connection: 'away' }),
      fakePerson('c', 'C', { connection: 'away' }),
      fakePerson('d', 'D', WATCHER),
      fakePerson('e', 'E', { choices: { ...DEFAULT_CHOICES, live: true } }),
    ];
    const links = new Map<string, LinkPhase>([
      ['c', 'connected'],
      ['e', 'failed'],
    ]);
    const room = { ...FAKE_ROOM, kind: 'broadcast' as const };
    const listed = list(stateOf(people, { links, room }));
    expect(listed.map(({ role }) => role)).toEqual(['moderator', undefined, undefined, 'watcher', 'live']);
    expect(listed.map(({ status }) => status)).toEqual(['here', 'interrupted', 'here', 'here', 'failed']);
    expect(listed.map(({ media }) => !!media)).toEqual([true, true, true, false, true]);
  });

  it('offers nobody anything with oneself, and to those who do not moderate only what is one’s own', () => {
    const [own] = list(stateOf([fakePerson('me', 'Ann', ADMIN)]));
    expect(own!.acts.size).toBe(0);
    expect(actsOn(fakePerson('b', 'Ben', hand(1)))).toBe('pin volume');
    expect(actsOn(fakePerson('b', 'Ben', WATCHER), {}, { links: new Map() })).toBe('pin');
    const state = stateOf([fakePerson('me', 'Ann'), fakePerson('b', 'Ben'), fakePerson('c', 'Chi')]);
    const listed = listPeople(state, { compare, mayWriteTo: (id) => id === 'c' });
    expect(listed.map(({ acts }) => acts.has('write'))).toEqual([false, false, true]);
  });

  it('offers those who moderate what the server would do now', () => {
    const moderating = (person: ParticipantRecord, change: Partial<SessionState> = {}) =>
      actsOn(person, ADMIN, change).replace(/^pin volume ?/, '');
    expect(moderating(fakePerson('b', 'Ben'))).toBe('mute camera-off remove');
    const silent = fakePerson('b', 'Ben', { media: { ...NO_MEDIA, screen: true }, ...hand(1) });
    expect(moderating(silent)).toBe('ask-microphone ask-camera screen-off lower-hand remove');
    expect(actsOn(fakePerson('b', 'Ben', WATCHER), ADMIN)).toBe('pin remove');
    expect(moderating(fakePerson('b', 'Ann too', { identity: 'me@example.org' }))).toBe('mute camera-off');
    expect(moderating(fakePerson('b', 'Ben'), { phase: 'reconnecting' })).toBe('');
  });

  it('finds people by some letters of their names', () => {
    const people = list(stateOf([fakePerson('me', 'Ann'), fakePerson('a', 'Émile Brée'), fakePerson('b', 'Ben')]));
    expect(peopleNamed(people, ' emile b ').map(({ name }) => name)).toEqual(['Émile Brée']);
    expect(peopleNamed(people, ' ')).toHaveLength(3);
    expect(peopleNamed(people, 'xy')).toEqual([]);
  });
});
