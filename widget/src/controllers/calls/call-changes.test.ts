import { expect } from '@open-wc/testing';
import { DEFAULT_CHOICES, type CallRecord } from '@video-room/protocol';
import { FAKE_ROOM, FakeSession, fakeCall, fakePerson } from '../fake-session.js';
import { callEvents, callSteps, choiceEvents } from './call-changes.js';

const ADMIN = { publish: [], subscribe: true, publishData: true, admin: true };

/** In a room of calls with Ben, oneself being Ann; collects names of events. */
function watched(session = new FakeSession()) {
  const told: string[] = [];
  session.on('state', ({ state, previous }) => {
    for (const event of callEvents(callSteps(previous, state), state)) told.push(`${event.type} ${event.call.state}`);
    for (const { type, on } of choiceEvents(previous, state)) told.push(`${type} ${on}`);
  });
  const enter = (calls: CallRecord[] = [], rights = {}) => {
    session.act({ type: 'joining' });
    const own = fakePerson('me', 'Ann', rights);
    session.enter([own, fakePerson('p1', 'Ben')], { room: { ...FAKE_ROOM, kind: 'call' }, calls });
  };
  return { session, told, enter, call: (call: CallRecord) => session.act({ type: 'call', call }) };
}

describe('events of calls', () => {
  it('tell of a call once, and of what it becomes', () => {
    const { told, enter, call } = watched();
    enter();
    call(fakeCall('c'));
    call(fakeCall('c'));
    call(fakeCall('c', { state: 'missed' }));
    expect(told).to.deep.equal(['call-changed ringing', 'call-request ringing', 'call-changed missed']);
  });

  it('tell of a call that rang before one came, and of none that was over', () => {
    const { told, enter } = watched();
    enter([fakeCall('old', { state: 'missed' }), fakeCall('c')]);
    expect(told).to.deep.equal(['call-changed ringing', 'call-request ringing']);
  });

  it('tell nothing new after a reconnect that changed nothing', () => {
    const { session, told, enter } = watched();
    enter([fakeCall('c')]);
    told.length = 0;
    session.act({ type: 'connection-lost' });
    session.enter([fakePerson('me', 'Ann')], { calls: [fakeCall('c')] });
    expect(told).to.deep.equal([]);
  });

  it('ask nobody about calls of one’s own', () => {
    const { told, enter, call } = watched();
    enter();
    const own = { identity: 'me@example.org', name: 'Ann', participant: 'me' };
    call(fakeCall('c', { caller: own, callee: { identity: 'p1@example.org', name: 'Ben' } }));
    expect(told).to.deep.equal(['call-changed ringing']);
  });

  it('tell of knocks to those who may let in', () => {
    for (const [rights, events] of [
      [{ rights: ADMIN }, ['call-changed ringing', 'knock ringing']],
      [{}, ['call-changed ringing']],
    ] as const) {
      const { told, enter, call } = watched();
      enter([], rights);
      const knock = fakeCall('k', { kind: 'knock', caller: { identity: 'x', name: 'X', participant: 'x' } });
      delete knock.callee;
      call(knock);
      expect(told).to.deep.equal(events);
    }
  });

  it('tell of one’s own switches', () => {
    const { session, told, enter } = watched();
    enter();
    const choices = { ...DEFAULT_CHOICES, live: true, watching: true, doNotDisturb: true };
    session.act({ type: 'participant', participant: fakePerson('me', 'Ann', { choices }) });
    session.act({ type: 'participant', participant: fakePerson('me', 'Ann') });
    session.act({ type: 'participant', participant: fakePerson('p1', 'Ben', { choices }) });
    expect(told).to.deep.equal([
      'live-changed true',
      'watching-changed true',
      'do-not-disturb-changed true',
      'live-changed false',
      'watching-changed false',
      'do-not-disturb-changed false',
    ]);
  });
});
