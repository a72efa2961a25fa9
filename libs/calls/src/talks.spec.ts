import { describe, expect, it } from '@jest/globals';
import type { CallRecord } from '@video-room/protocol';
import fc from 'fast-check';
import { takesPart } from './scene.js';
import { leaveTalk } from './talks.js';

/** Participants of one letter and a number are devices of one person. */
const party = (participant: string) => ({ identity: participant[0] ?? '', name: participant, participant });
const between = (one: string, other: string): CallRecord => ({
  id: `${one}${other}`,
  kind: 'ring',
  state: 'accepted',
  caller: party(one),
  callee: party(other),
  talk: 't',
  video: true,
  createdAt: 1,
});
const pairs = ({ joined }: ReturnType<typeof leaveTalk>) =>
  joined.map((ends) => ends.map(({ participant }) => participant).join(''));

describe('a conversation', () => {
  it('of two is over when one leaves', () => {
    const change = leaveTalk(['b'], [between('a', 'b')]);
    expect(change).toMatchObject({ out: ['b', 'a'], joined: [] });
    expect(change.ended).toHaveLength(1);
  });

  it('of three goes on when one of the two leaves who were called', () => {
    const change = leaveTalk(['b'], [between('a', 'b'), between('a', 'c')]);
    expect(change).toMatchObject({ out: ['b'], joined: [] });
    expect(change.ended.map(({ id }) => id)).toEqual(['ab']);
  });

  it('of three goes on when the one leaves who called the others', () => {
    const change = leaveTalk(['a'], [between('a', 'b'), between('a', 'c')]);
    expect(change.out).toEqual(['a']);
    expect(pairs(change)).toEqual(['bc']);
  });

  it('is over when nobody is left but one person with two devices', () => {
    const change = leaveTalk(['b'], [between('a', 'b'), between('b', 'a2')]);
    expect(change).toMatchObject({ out: ['b', 'a', 'a2'], joined: [] });
  });

  it('joins two devices of one person through others, as nobody calls themselves', () => {
    const change = leaveTalk(['b'], [between('a', 'b'), between('b', 'a2'), between('b', 'c')]);
    expect(pairs(change)).toEqual(['ac', 'ca2']);
  });

  it('never leaves anybody without a call to hang up, or joined to nobody', () => {
    const people = ['a', 'a2', 'b', 'c', 'c2', 'd'];
    const calls = fc
      .array(fc.tuple(fc.nat(5), fc.nat(4)), { minLength: 1, maxLength: 9 })
      .map((ends) => ends.map(([one, step]) => between(people[one] ?? '', people[(one + 1 + step) % 6] ?? '')))
      .map((all) => all.filter(({ caller, callee }) => caller.identity !== callee?.identity));
    fc.assert(
      fc.property(calls, fc.constantFrom(...people), (all, leaver) => {
        const reach = (from: string, open: readonly CallRecord[]) => {
          const found = new Set([from]);
          for (let size = 0; size !== found.size;) {
            size = found.size;
            for (const { caller, callee } of open) {
              const ends = [caller.participant ?? '', callee?.participant ?? ''];
              if (ends.some((end) => found.has(end))) ends.forEach((end) => found.add(end));
            }
          }
          return found;
        };
        // A conversation is what hangs together with the one who leaves.
        const talk = all.filter(({ caller }) => reach(leaver, all).has(caller.participant ?? ''));
        const { ended, out, joined } = leaveTalk([leaver], talk);
        const open = [...talk.filter((call) => !ended.includes(call))];
        for (const [one, other] of joined) open.push(between(one.participant ?? '', other.participant ?? ''));
        const stay = people.filter((one) => talk.some((call) => takesPart(call, one)) && !out.includes(one));
        expect(stay).not.toContain(leaver);
        expect(new Set(stay.map((one) => one[0])).size).not.toBe(1);
        expect(joined.every(([one, other]) => one.identity !== other.identity)).toBe(true);
        for (const one of stay) expect([...reach(one, open)].sort()).toEqual(stay);
        expect(open.every((call) => !out.some((one) => takesPart(call, one)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
