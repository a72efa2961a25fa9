import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CHOICES, ROOM_KINDS, type Choices, type Rights } from '@video-room/protocol';
import fc from 'fast-check';
import { areLinked } from './link-rules.js';
import { countWatchers, isAttended, isShown, roomSeenBy, seesWatchers, type Visible } from './visibility.js';

let count = 0;
interface Traits extends Partial<Choices> {
  publish?: boolean;
  subscribe?: boolean;
  admin?: boolean;
  away?: boolean;
  hidden?: boolean;
  admitted?: boolean;
  talk?: string;
}
function person(traits: Traits = {}) {
  const { publish = true, subscribe = true, admin = false, away = false, ...standing } = traits;
  const { hidden = false, admitted = true, talk, ...choices } = standing;
  const rights: Rights = { publish: publish ? ['camera'] : [], subscribe, publishData: true, admin };
  const id = `p${(count += 1)}`;
  const connection = away ? 'away' : 'online';
  const participant = { id, connection, rights, choices: { ...DEFAULT_CHOICES, ...choices } } as const;
  return { participant, hidden, admitted, ...(talk !== undefined && { talk }) } satisfies Visible;
}

const anybody: fc.Arbitrary<Visible> = fc
  .record({
    publish: fc.boolean(),
    subscribe: fc.boolean(),
    hidden: fc.boolean(),
    admitted: fc.boolean(),
    live: fc.boolean(),
    watching: fc.boolean(),
    talk: fc.constantFrom(undefined, 's', 't'),
  })
  .map(({ talk, ...traits }) => person({ ...traits, ...(talk && { talk }) }));

const anyKind = fc.constantFrom(...ROOM_KINDS);
const anyRoom = fc.record({ kind: anyKind, showWatchers: fc.boolean() });

const broadcaster = { live: true };
const watcher = { publish: false, watching: true };

describe('link rules', () => {
  it.each<[string, Traits, Traits, boolean]>([
    ['two in one conversation', { talk: 't' }, { talk: 't' }, true],
    ['two in two conversations', { talk: 't' }, { talk: 'u' }, false],
    ['one in a conversation, one in none', { talk: 't' }, {}, false],
    ['two in none', {}, {}, false],
    ['one who waits', { talk: 't' }, { talk: 't', admitted: false }, false],
    ['one who hides', { talk: 't' }, { talk: 't', hidden: true }, false],
  ])('of a call, for %s: %#', (_, one, other, linked) => {
    expect(areLinked('call', person(one), person(other))).toBe(linked);
  });

  it.each<[string, Traits, Traits, boolean]>([
    ['one on air, one who watches', broadcaster, watcher, true],
    ['one on air, one who does not watch', broadcaster, { publish: false }, false],
    ['one on air, one who may not receive', broadcaster, { ...watcher, subscribe: false }, false],
    ['one off air, one who watches', {}, watcher, false],
    ['one on air without the right, one who watches', { live: true, publish: false }, watcher, false],
    ['two who watch', watcher, watcher, false],
    ['two on air', broadcaster, broadcaster, true],
    ['one on air, one off air who watches', broadcaster, { watching: true }, true],
    ['one on air, one off air', broadcaster, {}, false],
    ['one who waits', broadcaster, { ...watcher, admitted: false }, false],
    ['one who hides', broadcaster, { ...watcher, hidden: true }, false],
  ])('of a broadcast, for %s', (_, one, other, linked) => {
    expect(areLinked('broadcast', person(one), person(other))).toBe(linked);
    expect(areLinked('broadcast', person(other), person(one))).toBe(linked);
  });

  it('are the same from both ends, and never for who waits or hides', () => {
    fc.assert(
      fc.property(anyKind, anybody, anybody, (kind, one, other) => {
        const linked = areLinked(kind, one, other);
        expect(areLinked(kind, other, one)).toBe(linked);
        if (linked)
          expect([one.admitted, other.admitted, one.hidden, other.hidden]).toEqual([true, true, false, false]);
      }),
    );
  });
});

describe('the rule of who is shown', () => {
  const show = { kind: 'broadcast', showWatchers: true } as const;
  const hide = { kind: 'broadcast', showWatchers: false } as const;
  const meeting = { kind: 'meeting', showWatchers: false } as const;

  it.each<[string, { kind: 'broadcast' | 'meeting'; showWatchers: boolean }, Traits, Traits, boolean]>([
    ['everybody in a meeting', meeting, { publish: false }, { publish: false }, true],
    ['nobody who hides', meeting, {}, { hidden: true }, false],
    ['others to somebody who hides', meeting, { hidden: true }, {}, true],
    ['nobody who waits', meeting, {}, { admitted: false }, false],
    ['nobody to somebody who waits', meeting, { admitted: false }, {}, false],
    ['broadcasters to those who watch', hide, watcher, {}, true],
    ['broadcasters to each other', hide, broadcaster, {}, true],
    ['nobody who watches to those who watch', show, watcher, watcher, false],
    ['nobody who watches to broadcasters', hide, broadcaster, watcher, false],
    ['those who watch to broadcasters, if the room says so', show, broadcaster, watcher, true],
  ])('shows %s', (_, room, viewer, other, shown) => {
    expect(isShown(room, person(viewer), person(other))).toBe(shown);
  });

  it('shows everybody itself, and nobody else to those who wait', () => {
    fc.assert(
      fc.property(anyRoom, anybody, anybody, (room, one, other) => {
        expect(isShown(room, one, one)).toBe(true);
        if (!one.admitted || !other.admitted || other.hidden) expect(isShown(room, one, other)).toBe(false);
      }),
    );
  });

  it('counts who watches for those who may publish', () => {
    const seats = [
      person(watcher),
      person(watcher),
      person({ ...watcher, admitted: false }),
      person({ ...watcher, hidden: true }),
      person({ ...watcher, away: true }),
      person({ ...watcher, subscribe: false }),
      person({ publish: false }),
      person({ watching: true }),
    ];
    expect(countWatchers(seats)).toBe(2);
    expect(seesWatchers(show, person(watcher))).toBe(false);
    expect(seesWatchers(meeting, person())).toBe(false);
    const room = { ...hide, name: 'r', access: 'open', capacity: 1, metadata: '', createdAt: 1 } as const;
    expect(roomSeenBy(room, person(), seats)).toEqual({ ...room, watchers: 2 });
    expect(roomSeenBy(room, person(watcher), seats)).toEqual(room);
  });

  it('tells those who wait, and nobody else, whether somebody could let them in', () => {
    const moderator = { admin: true, publish: false };
    const could = (traits: Traits) => isAttended([person(), person(traits)]);
    for (const traits of [{}, { ...moderator, admitted: false }, { ...moderator, away: true }]) {
      expect(could(traits)).toBe(false);
    }
    for (const traits of [moderator, { ...moderator, hidden: true }]) expect(could(traits)).toBe(true);
    const room = { ...meeting, name: 'r', access: 'knock', capacity: 1, metadata: 'm', createdAt: 1 } as const;
    const outside = { ...room, metadata: '', attended: false };
    expect(roomSeenBy(room, person({ admitted: false }), [])).toEqual(outside);
    expect(roomSeenBy(room, person(moderator), [person(moderator)])).toEqual(room);
  });
});
