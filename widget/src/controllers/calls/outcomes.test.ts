import { expect } from '@open-wc/testing';
import type { CallRecord, CallState } from '@video-room/protocol';
import { FakeSession, fakeCall, fakePerson } from '../fake-session.js';
import { outcomeOf } from './outcomes.js';

const session = new FakeSession();
session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben Okoro')]);
const ANN = { identity: 'me@example.org', name: 'Ann', participant: 'me' };
const BEN = { identity: 'p1@example.org', name: 'Ben Okoro', participant: 'p1' };

const outgoing: Partial<CallRecord> = { caller: ANN, callee: BEN };
const stage: Partial<CallRecord> = { kind: 'stage' };

function after(state: CallState, change: Partial<CallRecord> = {}, before: CallState = 'ringing') {
  const step = { call: fakeCall('c', { ...change, state }), before: fakeCall('c', { ...change, state: before }) };
  return outcomeOf({ ...step, past: false }, session.state);
}

describe('outcomes of calls', () => {
  const cases: [what: string, text: string | undefined, ...Parameters<typeof after>][] = [
    ['declined by the other', 'Ben Okoro declined', 'declined', { ...outgoing, reason: 'later' }],
    ['declined by oneself', undefined, 'declined'],
    ['not answered by the other', 'Ben Okoro did not answer', 'missed', outgoing],
    ['missed', 'You missed a call from Ben Okoro', 'missed'],
    ['cancelled by oneself', 'You cancelled the call to Ben Okoro', 'cancelled', outgoing],
    ['cancelled by the other', 'You missed a call from Ben Okoro', 'cancelled'],
    ['busy', 'Ben Okoro is busy', 'busy', outgoing],
    ['called while busy', 'Ben Okoro called while you were busy', 'busy'],
    ['answered elsewhere', 'You answered Ben Okoro on another device', 'answered-elsewhere'],
    ['failed', 'The call with Ben Okoro could not be made', 'failed', outgoing],
    ['accepted', undefined, 'accepted'],
    ['ended by the other', 'Ben Okoro hung up', 'ended', { endedBy: BEN.identity }, 'accepted'],
    ['ended by oneself', undefined, 'ended', { endedBy: ANN.identity }, 'accepted'],
    ['lost', 'The connection with Ben Okoro was lost', 'ended', { endReason: 'lost' }, 'accepted'],
    ['ended with the room', undefined, 'ended', { endReason: 'room-ended' }, 'accepted'],
    ['stage declined', 'Ben Okoro does not want to come on stage', 'declined', { ...stage, ...outgoing }],
    ['stage over', 'The visit on stage is over', 'ended', { ...stage, endedBy: BEN.identity }, 'accepted'],
    ['a knock', undefined, 'missed', { kind: 'knock' }],
    ['calls of others', undefined, 'missed', { caller: BEN, callee: { identity: 'x', name: 'X' } }],
    ['nothing new', undefined, 'missed', {}, 'missed'],
  ];
  for (const [what, text, ...step] of cases) {
    it(`says of ${what}: ${text ?? 'nothing'}`, () => expect(after(...step)?.text).to.equal(text));
  }

  it('offers to call again with the same media, and gives the reason', () => {
    expect(after('declined', { ...outgoing, video: false, reason: 'later' })).to.deep.include({
      again: { identity: BEN.identity, video: false },
      reason: 'later',
    });
    expect(after('answered-elsewhere')?.again).to.equal(undefined);
    expect(after('missed', { ...stage })?.again).to.equal(undefined);
  });

  it('tells of the past only what was missed, and when', () => {
    const past = (change: Partial<CallRecord>) =>
      outcomeOf({ call: fakeCall('c', change), before: undefined, past: true }, session.state);
    expect(past({ state: 'missed' })).to.include({ missed: true, at: 1_700_000_000_000 });
    expect(past({ state: 'ended' })).to.equal(undefined);
    expect(past({ ...outgoing, state: 'missed' })).to.equal(undefined);
  });
});
