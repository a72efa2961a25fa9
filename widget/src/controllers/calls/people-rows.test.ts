import { expect } from '@open-wc/testing';
import { DEFAULT_CHOICES, type CallRecord, type ParticipantRecord } from '@video-room/protocol';
import { FAKE_ROOM, FakeSession, fakeCall, fakePerson } from '../fake-session.js';
import { peopleRows, watcherRows } from './people-rows.js';

const ANN = { identity: 'me@example.org', name: 'Ann', participant: 'me' };
const BEN = { identity: 'p1@example.org', name: 'Ben' };
const undisturbed = { ...DEFAULT_CHOICES, doNotDisturb: true };
const watching = { rights: { publish: [], subscribe: true, publishData: false, admin: false } };

function room(others: ParticipantRecord[], calls: CallRecord[] = [], own: Partial<ParticipantRecord> = {}) {
  const session = new FakeSession();
  session.enter([fakePerson('me', 'Ann', own), ...others], { room: { ...FAKE_ROOM, kind: 'call' }, calls });
  return session;
}

const ben = (change: Partial<ParticipantRecord> = {}, id = 'p1') =>
  fakePerson(id, 'Ben', { identity: BEN.identity, ...change });
const rowOf = (...given: Parameters<typeof room>) => peopleRows(room(...given).state)[0];

describe('the people one may call', () => {
  it('stand as they are', () => {
    expect(rowOf([ben()])).to.include({ status: 'available', callable: true });
    expect(rowOf([ben({ inCall: true })])).to.include({ status: 'in-call', callable: true });
    expect(rowOf([ben({ connection: 'away' })])).to.include({ status: 'away', callable: true });
    expect(rowOf([ben({ choices: undisturbed })])).to.include({ status: 'do-not-disturb', callable: false });
  });

  it('are one row each, however many devices, and oneself is none', () => {
    const rows = peopleRows(
      room([ben({ choices: undisturbed }), ben({}, 'p2'), fakePerson('me2', 'Ann', { identity: ANN.identity })]).state,
    );
    expect(rows).to.have.length(1);
    expect(rows[0]).to.include({ name: 'Ben', status: 'available' });
  });

  it('are being called, or talk with one', () => {
    const calling = [fakeCall('c', { caller: ANN, callee: BEN })];
    expect(rowOf([ben()], calling)).to.include({ status: 'calling', callable: false });
    const session = room([ben()]);
    session.act({ type: 'link', peer: 'p1', phase: 'connected' });
    expect(peopleRows(session.state)[0]).to.include({ status: 'together', callable: false });
  });

  it('can be called into a call only if calls add up', () => {
    const calls = [fakeCall('c', { state: 'accepted', caller: ANN, callee: { identity: 'x', name: 'X' } })];
    expect(rowOf([ben()], calls)).to.include({ callable: false });
    const addUp = { choices: { ...DEFAULT_CHOICES, addUp: true } };
    expect(rowOf([ben()], calls, addUp)).to.include({ callable: true });
  });
});

describe('the people who watch', () => {
  it('can be invited, and taken back, one row each; guests on stage come first', () => {
    const guest = { identity: 'g', name: 'Gus', participant: 'p3' };
    const calls = [
      fakeCall('i', { kind: 'stage', caller: ANN, callee: BEN }),
      fakeCall('s', { kind: 'stage', state: 'accepted', caller: ANN, callee: guest }),
    ];
    const others = [ben(watching), ben(watching, 'p4'), fakePerson('p2', 'Chi', watching), fakePerson('p5', 'Dov')];
    expect(watcherRows(room(others, calls).state)).to.deep.equal([
      { identity: 'g', name: 'Gus', status: 'on-stage', callable: false, call: 's' },
      { identity: BEN.identity, name: 'Ben', status: 'invited', callable: false, call: 'i' },
      { identity: 'p2@example.org', name: 'Chi', status: 'watching', callable: true, call: undefined },
    ]);
  });

  it('are sent back from the stage also by whoever moderates, and by nobody else', () => {
    const guest = { identity: 'g', name: 'Gus', participant: 'p3' };
    const calls = [fakeCall('s', { kind: 'stage', state: 'accepted', callee: guest })];
    const rows = (own: Partial<ParticipantRecord>) => watcherRows(room([], calls, own).state);
    const moderates = { rights: { ...watching.rights, admin: true } };
    expect(rows(moderates)).to.deep.equal([
      { identity: 'g', name: 'Gus', status: 'on-stage', callable: false, call: 's' },
    ]);
    expect(rows(watching)).to.deep.equal([]);
  });
});
