import { describe, expect, it } from '@jest/globals';
import { VideoRoomError } from '../errors.js';
import { fakeDevice } from './fake-devices.js';
import { nameFailure, nameLoss, type Failure } from './name-failure.js';

const failure = (name: string, message: string, change: Partial<Failure> = {}): Failure => ({
  source: 'camera',
  cause: new DOMException(message, name),
  before: 'prompt',
  after: 'prompt',
  page: { allowed: true, framed: false },
  ...change,
});

describe('what went wrong with a device', () => {
  it.each([
    ['denied by the person', failure('NotAllowedError', 'Permission denied', { after: 'denied' }), 'device-denied'],
    [
      'denied, where nothing is told',
      failure('NotAllowedError', '', { before: undefined, after: undefined }),
      'device-denied',
    ],
    ['dismissed', failure('NotAllowedError', 'Permission dismissed'), 'device-dismissed'],
    [
      'blocked for the site',
      failure('NotAllowedError', 'Permission denied', { before: 'denied', after: 'denied' }),
      'device-blocked',
    ],
    ['blocked by the system', failure('NotAllowedError', 'Permission denied by system'), 'device-blocked-by-system'],
    [
      'blocked by the system without saying so',
      failure('NotAllowedError', 'The request is not allowed', { before: 'granted', after: 'granted' }),
      'device-blocked-by-system',
    ],
    [
      "blocked by the page's policy",
      failure('NotAllowedError', 'Permission denied', { before: 'denied', page: { allowed: false, framed: true } }),
      'device-blocked-by-page',
    ],
    [
      'blocked by a frame where the browser has no word for it',
      failure('NotAllowedError', '', { before: 'denied', page: { allowed: undefined, framed: true } }),
      'device-blocked-by-page',
    ],
    [
      "blocked by the page's policy, and left out of what was given",
      failure('NotFoundError', '', { page: { allowed: false, framed: true } }),
      'device-blocked-by-page',
    ],
    [
      'blocked for the site, and left out of what was given',
      failure('NotFoundError', '', { before: 'denied', after: 'denied' }),
      'device-blocked',
    ],
    ['refused for security', failure('SecurityError', ''), 'device-denied'],
    ['none there', failure('NotFoundError', ''), 'device-not-found'],
    ['asked for too much', failure('OverconstrainedError', ''), 'device-overconstrained'],
    ['in use', failure('NotReadableError', 'Could not start video source'), 'device-in-use'],
    ['not started', failure('AbortError', ''), 'device-in-use'],
    ['something else', failure('TypeError', ''), 'device-failed'],
  ])('%s', (_, given, code) => {
    expect(nameFailure(given).code).toBe(code);
    expect(nameFailure(given).category).toBe('device');
  });

  it('keeps what has its name already', () => {
    const cause = new VideoRoomError('insecure-context', 'no https');
    expect(nameFailure(failure('', '', { cause }))).toBe(cause);
  });
});

describe('why a device stopped', () => {
  const camera = fakeDevice('camera', 'Desk camera');
  const other = fakeDevice('camera', 'Built-in camera');
  const microphone = fakeDevice('microphone', 'Headset');
  const { deviceId } = camera;

  it.each([
    ['unplugged, and no other', 'granted', [microphone], 'device-lost', false],
    ['unplugged, with another', 'granted', [other], 'device-lost', true],
    ['stopped, but there', 'granted', [camera], 'device-lost', true],
    ['unplugged, where every visit is asked', 'prompt', [other], 'device-lost', true],
    ['taken back', 'denied', [camera, other], 'device-revoked', false],
    ['taken back, to be asked for again', 'prompt', [{ ...camera, deviceId: '', label: '' }], 'device-revoked', false],
    ['ended in the address bar', 'prompt', [camera], 'device-revoked', false],
    ['unplugged, where nothing is told', undefined, [other], 'device-lost', true],
  ] as const)('%s', (_, permission, present, code, replace) => {
    const loss = nameLoss({ source: 'camera', deviceId, permission, present });
    expect([loss.error.code, loss.replace]).toEqual([code, replace]);
  });
});
