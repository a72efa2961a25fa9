import { expect } from '@open-wc/testing';
import { FakeSession } from '../controllers/fake-session.js';
import { VideoRoomError } from '../core/errors.js';
import type { DeviceState } from '../core/session-state.js';
import type { DeviceErrorEvent } from './device-error.js';
import { deviceChanges } from './device-changes.js';
import type { DeviceRestoredEvent } from './device-restored.js';

describe('events of devices', () => {
  let session: FakeSession;
  let events: (DeviceErrorEvent | DeviceRestoredEvent)[];

  beforeEach(() => {
    session = new FakeSession();
    session.on('state', ({ state, previous }) => (events = deviceChanges(previous, state)));
  });

  const become = (status: DeviceState['status'], error?: VideoRoomError): string[] => {
    session.act({ type: 'device', source: 'camera', device: { wanted: true, status, ...(error && { error }) } });
    return events.map(({ type, source }) => `${type} ${source}`);
  };
  const lost = new VideoRoomError('device-lost', 'unplugged');

  it('tell once what went wrong', () => {
    expect(become('starting')).to.deep.equal([]);
    expect(become('failed', lost)).to.deep.equal(['device-error camera']);
    expect(events[0]).to.include({ code: 'device-lost', message: 'unplugged', error: lost });
    expect(become('failed', lost)).to.deep.equal([]);
  });

  it('tell what the page has to allow', () => {
    become('failed', new VideoRoomError('device-blocked-by-page', 'no'));
    expect(events[0]).to.include({ directive: 'camera' });
    become('failed', lost);
    expect(events[0]).to.include({ directive: undefined });
  });

  it('tell that another device took the place, or that it came back', () => {
    become('on');
    become('starting', lost);
    expect(become('on')).to.deep.equal(['device-restored camera']);
    become('interrupted', new VideoRoomError('device-interrupted', 'phone'));
    expect(become('on')).to.deep.equal(['device-restored camera']);
  });

  it('tell nothing of what was asked for', () => {
    become('failed', lost);
    become('off');
    become('starting');
    expect(become('on')).to.deep.equal([]);
  });
});
