/** Every state worth looking at, as what a session would have done to get there. */
import { VideoRoomError } from '../src/core/errors.js';
import { CALL_SCENES } from './call-scenes.js';
import { CONNECTION_SCENES } from './connection-scenes.js';
import { DEBUG_SCENES } from './debug-scenes.js';
import { DEVICE_SCENES } from './device-scenes.js';
import { LAYOUT_SCENES } from './layout-scenes.js';
import { LOOK_SCENES } from './look-scenes.js';
import { meet, type Scene } from './meeting.js';
import { PANEL_SCENES } from './panel-scenes.js';
import { PREFLIGHT_SCENES } from './preflight-scenes.js';
import { TOGETHER_SCENES } from './together-scenes.js';

const refusal = (code: 'device-denied' | 'device-not-found') => ({
  wanted: true,
  status: 'failed' as const,
  error: new VideoRoomError(code, 'gallery'),
});

export const SCENES: Readonly<Record<string, Scene>> = {
  waiting: () => undefined,
  connecting: ({ session }) => session.act({ type: 'joining' }),
  alone: (stage) => meet(stage, 1),
  'meeting-2': (stage) => meet(stage, 2),
  'meeting-3': (stage) => meet(stage, 3),
  'meeting-5': (stage) => meet(stage, 5),
  'meeting-9': (stage) => meet(stage, 9),
  'person-connecting': async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'link', peer: 'p2', phase: 'connecting' });
    stage.session.act({ type: 'track', peer: 'p2', source: 'camera', track: undefined });
  },
  'person-interrupted': async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'link', peer: 'p1', phase: 'interrupted' });
    stage.session.act({ type: 'speaking', speaking: new Set() });
  },
  reconnecting: async (stage) => {
    await meet(stage, 3);
    stage.session.act({ type: 'connection-lost' });
  },
  'devices-refused': async (stage) => {
    await meet(stage, 2);
    stage.session.act({ type: 'device', source: 'camera', device: refusal('device-denied') });
    stage.session.act({ type: 'device', source: 'microphone', device: refusal('device-not-found') });
    stage.element.shadowRoot?.querySelector('vr-bar')?.shadowRoot?.querySelectorAll('button')[1]?.focus();
  },
  'devices-off': async (stage) => {
    await meet(stage, 2);
    stage.element.camera = 'off';
    stage.element.microphone = 'off';
  },
  'tap-for-sound': async (stage) => {
    await meet(stage, 3);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('gallery', 'NotAllowedError'));
    const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    stage.session.act({ type: 'track', peer: 'p1', source: 'microphone', track });
    await stage.element.updateComplete;
    HTMLMediaElement.prototype.play = play;
  },
  'update-available': async (stage) => {
    await meet(stage, 3);
    stage.session.changeServer('0.1.0', '0.2.0');
  },
  failed: ({ session }) => session.act({ type: 'failed', error: new VideoRoomError('origin-not-allowed', 'gallery') }),
  left: ({ session }) => session.act({ type: 'left', reason: 'left' }),
  replaced: ({ session }) => session.act({ type: 'left', reason: 'replaced' }),
  'token-expired': ({ session }) => session.act({ type: 'left', reason: 'token-expired' }),
  ...LAYOUT_SCENES,
  ...CONNECTION_SCENES,
  ...DEVICE_SCENES,
  ...DEBUG_SCENES,
  ...CALL_SCENES,
  ...TOGETHER_SCENES,
  ...LOOK_SCENES,
  ...PANEL_SCENES,
  ...PREFLIGHT_SCENES,
};
