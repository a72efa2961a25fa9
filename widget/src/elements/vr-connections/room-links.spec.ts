import { describe, expect, it } from '@jest/globals';
import type { ParticipantRecord, RoomRecord } from '@video-room/protocol';
import { pairState, peopleOf, type RoomView } from './room-links.js';

type Change = Partial<Pick<ParticipantRecord, 'inCall'>> & { publish?: boolean; subscribe?: boolean; live?: boolean };

const person = (id: string, { publish = true, subscribe = true, live = false, inCall = false }: Change = {}) =>
  ({
    id,
    inCall,
    choices: { live, watching: true },
    rights: { publish: publish ? ['camera'] : [], subscribe },
  }) as unknown as ParticipantRecord;

function view(kind: RoomRecord['kind'], people: ParticipantRecord[], change: Partial<RoomView> = {}): RoomView {
  return {
    you: 'ann',
    room: { kind } as RoomRecord,
    participants: new Map(people.map((one) => [one.id, one])),
    links: new Map(),
    quality: new Map(),
    ...change,
  };
}

const [ann, ben, chi] = [person('ann'), person('ben'), person('chi')];

describe('who is connected with whom', () => {
  it('tells of one’s own links how they do, from both ends', () => {
    const links = new Map([
      ['ben', 'connected'],
      ['chi', 'interrupted'],
    ] as const);
    const room = view('meeting', [ann, ben, chi, person('dov')], { links, quality: new Map([['ben', 'poor']]) });
    expect(pairState(room, 'ann', 'ben')).toBe('poor');
    expect(pairState(room, 'ben', 'ann')).toBe('poor');
    expect(pairState(room, 'ann', 'chi')).toBe('interrupted');
    expect(pairState(room, 'ann', 'dov')).toBe('apart');
    expect(pairState({ ...room, quality: new Map() }, 'ann', 'ben')).toBe('good');
  });

  it.each<[string, RoomRecord['kind'], Change, Change, string]>([
    ['in a meeting', 'meeting', {}, {}, 'untold'],
    ['of whom one only watches', 'meeting', { publish: false }, {}, 'untold'],
    ['who both only watch', 'meeting', { publish: false }, { publish: false }, 'apart'],
    ['of whom one sends what the other may not have', 'meeting', { publish: false, subscribe: false }, {}, 'apart'],
    ['of a broadcast, on air and watching', 'broadcast', { live: true }, { publish: false }, 'untold'],
    ['of a broadcast, neither on air', 'broadcast', {}, { publish: false }, 'apart'],
    ['in calls, the same or not', 'call', { inCall: true }, { inCall: true }, 'unknown'],
    ['of whom only one is in a call', 'call', { inCall: true }, {}, 'apart'],
  ])('says of others %s no more than is known', (_, kind, one, other, state) => {
    const room = view(kind, [ann, person('ben', one), person('chi', other)]);
    expect(pairState(room, 'ben', 'chi')).toBe(state);
    expect(pairState(room, 'chi', 'ben')).toBe(state);
  });

  it('puts oneself first', () => {
    expect(peopleOf(view('meeting', [ben, ann, chi])).map(({ id }) => id)).toEqual(['ann', 'ben', 'chi']);
  });
});
