import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, type ParticipantRecord } from '@video-room/protocol';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { fakePerson } from '../fake-session.js';
import { handPlaces, handsThatWentUp } from './hands.js';

const up = (id: string, handRaisedAt: number) =>
  fakePerson(id, id, { choices: { ...DEFAULT_CHOICES, handRaised: true }, handRaisedAt });
const stateOf = (...people: ParticipantRecord[]): SessionState => ({
  ...INITIAL_STATE,
  you: 'me',
  participants: new Map(people.map((person) => [person.id, person])),
});
const names = (people: ParticipantRecord[]) => people.map(({ name }) => name);

describe('raised hands', () => {
  it('stand in the order in which they went up, whoever came first', () => {
    const places = handPlaces(stateOf(fakePerson('me', 'me'), up('ann', 30), up('ben', 10), up('chi', 20)));
    expect([...places]).toEqual([
      ['ben', 1],
      ['chi', 2],
      ['ann', 3],
    ]);
  });

  it('are news when they go up, but not one’s own, nor those of newcomers', () => {
    const before = stateOf(fakePerson('me', 'me'), fakePerson('ann', 'ann'), up('ben', 10));
    const after = stateOf(up('me', 40), up('ann', 30), up('ben', 10), up('chi', 20));
    expect(names(handsThatWentUp(before, after))).toEqual(['ann']);
    expect(handsThatWentUp(after, after)).toEqual([]);
  });
});
