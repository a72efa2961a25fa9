import { expect } from '@open-wc/testing';
import { FakeSession, fakePerson } from '../controllers/fake-session.js';
import { VideoRoomError } from '../core/errors.js';
import type { SessionAction } from '../core/session-state.js';
import { changes } from './changes.js';
import type { VideoRoomEventMap } from './index.js';

/** A session in a room with Ann, who is oneself, and Ben. */
function meet() {
  const session = new FakeSession();
  const events: Event[] = [];
  session.act({ type: 'joining' });
  session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
  session.on('state', ({ state, previous }) => events.push(...changes(previous, state)));
  return {
    session,
    /** Names of the events of one action. */
    after: (action: SessionAction) => {
      events.length = 0;
      session.act(action);
      return events.map(({ type }) => type);
    },
    last: <Name extends keyof VideoRoomEventMap>(name: Name) =>
      events.find(({ type }) => type === name) as VideoRoomEventMap[Name],
    events,
  };
}

describe('changes', () => {
  it('tells of joining once, and not of those who were there', () => {
    const session = new FakeSession();
    const types: string[] = [];
    session.on('state', ({ state, previous }) => types.push(...changes(previous, state).map(({ type }) => type)));
    session.act({ type: 'joining' });
    session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
    session.act({ type: 'connection-lost' });
    session.enter([fakePerson('me', 'Ann'), fakePerson('p1', 'Ben')]);
    expect(types.filter((type) => type !== 'state-changed')).to.deep.equal(['joined']);
    expect(types.filter((type) => type === 'state-changed')).to.have.length(4);
  });

  it('tells who came and who left while the connection was lost', () => {
    const { session, events } = meet();
    session.act({ type: 'connection-lost' });
    events.length = 0;
    session.enter([fakePerson('me', 'Ann'), fakePerson('p2', 'Chi')]);
    expect(events.map(({ type }) => type)).to.deep.equal(['state-changed', 'participant-left', 'participant-joined']);
  });

  it('tells that one shares a screen, another one, and none any more', () => {
    const { session, after, last, events } = meet();
    const track = () => document.createElement('canvas').captureStream(1).getVideoTracks()[0]!;
    const error = new VideoRoomError('screen-denied', 'no');
    expect(after({ type: 'screen', screen: { status: 'starting' } })).to.deep.equal([]);
    expect(after({ type: 'screen', screen: { status: 'failed', error } })).to.deep.equal(['error']);
    expect(last('error').code).to.equal('screen-denied');
    expect(after({ type: 'screen', screen: { status: 'on', track: track() } })).to.deep.equal(['screen-share-changed']);
    expect(last('screen-share-changed').on).to.equal(true);
    expect(after({ type: 'screen', screen: { status: 'on', track: track() } })).to.deep.equal([]);
    events.length = 0;
    session.act({ type: 'left', reason: 'left' });
    expect(events.map(({ type }) => type)).not.to.include('screen-share-changed');
    expect(after({ type: 'screen', screen: { status: 'off' } })).to.deep.equal(['screen-share-changed']);
    expect(last('screen-share-changed').on).to.equal(false);
  });

  it('tells of somebody’s coming, change and leaving', () => {
    const { after, last } = meet();
    expect(after({ type: 'participant', participant: fakePerson('p2', 'Chi') })).to.deep.equal(['participant-joined']);
    expect(after({ type: 'participant', participant: fakePerson('p2', 'Chi T') })).to.deep.equal([
      'participant-changed',
    ]);
    expect(last('participant-changed').previous.name).to.equal('Chi');
    expect(after({ type: 'participant', participant: fakePerson('p2', 'Chi T') })).to.have.length(0);
    const gone = fakePerson('p2', 'Chi T', { connection: 'left' });
    expect(after({ type: 'participant', participant: gone })).to.deep.equal(['participant-left']);
    expect(last('participant-left').participant.name).to.equal('Chi T');
    expect(last('participant-left').reason).to.equal('left');
  });

  it('calls somebody lost who was away', () => {
    const { after, last } = meet();
    after({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'away' }) });
    after({ type: 'participant', participant: fakePerson('p1', 'Ben', { connection: 'left' }) });
    expect(last('participant-left').reason).to.equal('lost');
  });

  it('tells of connections and of who speaks', () => {
    const { after, last } = meet();
    expect(after({ type: 'link', peer: 'p1', phase: 'connected' })).to.deep.equal(['connection-changed']);
    expect(last('connection-changed').connection).to.equal('connected');
    expect(after({ type: 'link', peer: 'p1', phase: undefined })).to.deep.equal(['connection-changed']);
    expect(last('connection-changed').connection).to.equal('closed');
    expect(after({ type: 'speaking', speaking: new Set(['p1']) })).to.deep.equal(['active-speaker-changed']);
    expect(last('active-speaker-changed').speakers.map(({ name }) => name)).to.deep.equal(['Ben']);
  });

  it('tells of a switch only when it changes, also because the device failed', () => {
    const { after, last } = meet();
    const device = (status: 'starting' | 'on' | 'off') => ({ wanted: true, status });
    expect(after({ type: 'device', source: 'camera', device: device('starting') })).to.deep.equal(['camera-changed']);
    expect(after({ type: 'device', source: 'camera', device: device('on') })).to.have.length(0);
    const error = new VideoRoomError('device-lost', 'unplugged');
    expect(
      after({ type: 'device', source: 'camera', device: { wanted: true, status: 'failed', error } }),
    ).to.deep.equal(['camera-changed']);
    expect(last('camera-changed').on).to.equal(false);
  });

  it('tells why it is over, and not that everybody else left', () => {
    const { after, last } = meet();
    expect(after({ type: 'left', reason: 'replaced' })).to.deep.equal(['state-changed', 'left']);
    expect(last('left').reason).to.equal('replaced');
    after({ type: 'joining' });
    const error = new VideoRoomError('room-full', 'full');
    expect(after({ type: 'failed', error })).to.deep.equal(['state-changed', 'error']);
  });
});
