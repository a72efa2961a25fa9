import { describe, expect, it } from '@jest/globals';
import type { ParticipantRecord } from '@video-room/protocol';
import { INITIAL_STATE, type SessionState } from '../../core/session-state.js';
import { FAKE_ROOM, fakePerson } from '../fake-session.js';
import { recipients } from './recipients.js';

const inRoom = (people: ParticipantRecord[], change: Partial<SessionState> = {}): SessionState => ({
  ...INITIAL_STATE,
  room: FAKE_ROOM,
  you: 'me',
  participants: new Map(people.map((person) => [person.id, person])),
  ...change,
});
const namesOf = (state: SessionState) => recipients(state).map(({ name }) => name);
const ANN = fakePerson('me', 'Ann');

describe('whom one may write to alone', () => {
  it('is each other person once, and not oneself on another device', () => {
    const phone = fakePerson('phone', 'Ann', { identity: ANN.identity });
    const tablet = fakePerson('p2', 'Ben', { identity: 'p1@example.org' });
    expect(recipients(inRoom([ANN, phone, fakePerson('p1', 'Ben'), tablet, fakePerson('p3', 'Chi')]))).toEqual([
      { identity: 'p1@example.org', participant: 'p1', name: 'Ben' },
      { identity: 'p3@example.org', participant: 'p3', name: 'Chi' },
    ]);
  });

  it('is told apart by more than a name that two have', () => {
    expect(namesOf(inRoom([ANN, fakePerson('p1', 'Ben'), fakePerson('p2', 'Ben')]))).toEqual([
      'Ben (p1@example.org)',
      'Ben (p2@example.org)',
    ]);
  });

  it('is told apart by nothing that is not seen or turns the rest around', () => {
    const [ben, other] = ['ben', 'ben\u202e'].map((identity, at) => fakePerson(`p${at}`, 'Ben', { identity }));
    expect(namesOf(inRoom([ANN, ben!, other!]))).toEqual(['Ben (ben)', 'Ben (ben\\u{202e})']);
  });

  it('is only who shares the call, where people call each other', () => {
    const room = { ...FAKE_ROOM, kind: 'call' as const };
    const people = [ANN, fakePerson('p1', 'Ben'), fakePerson('p2', 'Chi')];
    expect(namesOf(inRoom(people, { room, links: new Map([['p2', 'connected']]) }))).toEqual(['Chi']);
  });
});
