import { describe, expect, it } from '@jest/globals';
import type { CallRecord, CallState } from '@video-room/protocol';
import fc from 'fast-check';
import { CALL_STATES, nextCall, type CallEvent } from './call-machine.js';

const call = (state: CallState): CallRecord => ({
  id: 'c',
  kind: 'ring',
  state,
  caller: { identity: 'ann', name: 'Ann', participant: 'ann 1' },
  callee: { identity: 'ben', name: 'Ben' },
  video: true,
  createdAt: 1,
});
const ben = { identity: 'ben', name: 'Ben', participant: 'ben 1' };

const EVENTS: CallEvent[] = [
  { type: 'accept', at: 2, by: ben, talk: 't' },
  { type: 'decline', at: 2, by: ben, reason: 'in the bath' },
  { type: 'cancel', at: 2 },
  { type: 'time-out', at: 2 },
  { type: 'turn-away', at: 2 },
  { type: 'fail', at: 2 },
  { type: 'end', at: 2, by: 'ben', reason: 'hung-up' },
];

describe('a call', () => {
  it.each(EVENTS)('that rings takes %j as its state machine says', (event) => {
    expect(nextCall(call('ringing'), event)?.state).toBe(
      {
        accept: 'accepted',
        decline: 'declined',
        cancel: 'cancelled',
        'time-out': 'missed',
        'turn-away': 'busy',
        fail: 'failed',
        end: undefined,
      }[event.type],
    );
  });

  it('that was accepted can only end', () => {
    const results = EVENTS.map((event) => nextCall(call('accepted'), event));
    expect(results.map((next) => next?.state)).toEqual([...Array<undefined>(6).fill(undefined), 'ended']);
    expect(results.at(-1)).toMatchObject({ endedAt: 2, endedBy: 'ben', endReason: 'hung-up' });
  });

  it('has one final state at most, whatever happens to it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        let now = call('ringing');
        const finals: CallRecord[] = [];
        for (const event of events) {
          const next = nextCall(now, event);
          if (next?.endedAt !== undefined) finals.push(next);
          now = next ?? now;
        }
        expect(finals.length).toBeLessThanOrEqual(1);
        expect(finals.length === 1).toBe(now.state !== 'ringing' && now.state !== 'accepted');
      }),
    );
  });

  it('says who takes part once accepted, and not which device declined', () => {
    expect(nextCall(call('ringing'), EVENTS[0] as CallEvent)).toMatchObject({ callee: ben, talk: 't', answeredAt: 2 });
    const declined = nextCall(call('ringing'), EVENTS[1] as CallEvent);
    expect(declined).toMatchObject({ callee: { identity: 'ben' }, reason: 'in the bath', answeredAt: 2, endedAt: 2 });
    expect(declined?.callee?.participant).toBeUndefined();
  });

  it('is never changed in place', () => {
    const before = Object.freeze(call('ringing'));
    for (const event of EVENTS) nextCall(before, event);
    expect(Object.keys(CALL_STATES)).toContain(before.state);
  });
});
