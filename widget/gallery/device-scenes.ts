/** Every state of one's own devices worth looking at: the Join screen, the menu, and what can go wrong. */
import { VideoRoomError, type DeviceErrorCode } from '../src/core/errors.js';
import type { DeviceState } from '../src/core/session-state.js';
import { meet, openDevices, type Scene, type Stage, waitFor } from './meeting.js';

const CODES: readonly DeviceErrorCode[] = [
  'insecure-context',
  'device-unsupported',
  'device-denied',
  'device-dismissed',
  'device-blocked',
  'device-blocked-by-system',
  'device-blocked-by-page',
  'device-not-found',
  'device-in-use',
  'device-overconstrained',
  'device-failed',
  'device-lost',
  'device-revoked',
  'device-interrupted',
];

const OFF: DeviceState = { wanted: false, status: 'off' };
const failed = (code: DeviceErrorCode): DeviceState => ({
  wanted: true,
  status: code === 'device-interrupted' ? 'interrupted' : 'failed',
  error: new VideoRoomError(code, 'gallery'),
});

/** The Join screen of somebody whom the browser has been told to allow it. */
async function prejoin({ element, session }: Stage, permission: PermissionState = 'granted') {
  for (const source of ['microphone', 'camera'] as const) {
    session.devices.permissions[source] = permission;
    session.act({ type: 'device', source, device: { wanted: true, status: 'off' } });
  }
  element.prejoin = true;
  await waitFor(() => element.shadowRoot?.querySelector('vr-prejoin')?.shadowRoot?.querySelector('form'));
}

async function inCall(stage: Stage, change: Partial<Record<'camera' | 'microphone', DeviceState>>) {
  await meet(stage, 3);
  for (const [source, device] of Object.entries(change)) {
    stage.session.act({ type: 'device', source: source as 'camera', device });
  }
  void stage.element.devices;
  await waitFor(() => stage.element.shadowRoot?.querySelector('vr-device-notes'));
}

async function openMenu(stage: Stage, change: Parameters<typeof inCall>[1] = {}) {
  await inCall(stage, change);
  stage.element.toggleDevices(true);
  await waitFor(() => stage.element.shadowRoot?.querySelector('vr-devices')?.shadowRoot?.querySelector('select'));
}

export const DEVICE_SCENES: Readonly<Record<string, Scene>> = {
  prejoin: async (stage) => {
    await prejoin(stage);
    await openDevices(stage.session);
    const [track] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
    stage.session.act({ type: 'device', source: 'microphone', device: { wanted: true, status: 'on', track: track! } });
  },
  'prejoin-unasked': (stage) => prejoin(stage, 'prompt'),
  'prejoin-starting': async (stage) => {
    await prejoin(stage);
    stage.session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'starting' } });
  },
  'prejoin-off': async (stage) => {
    await prejoin(stage);
    for (const source of ['camera', 'microphone'] as const) stage.session.act({ type: 'device', source, device: OFF });
  },
  'prejoin-without-devices': async (stage) => {
    stage.session.devices.present = [];
    await prejoin(stage);
    for (const source of ['camera', 'microphone'] as const) {
      stage.session.act({ type: 'device', source, device: failed('device-not-found') });
    }
  },
  'prejoin-blocked-by-page': async (stage) => {
    await prejoin(stage);
    await openDevices(stage.session);
    stage.session.act({ type: 'device', source: 'camera', device: failed('device-blocked-by-page') });
  },
  'prejoin-watcher': async (stage) => {
    stage.element.token = `h.${btoa(JSON.stringify({ video: { canPublish: false } }))}.s`;
    await prejoin(stage);
  },
  'device-menu': (stage) => openMenu(stage),
  'device-menu-trouble': (stage) => openMenu(stage, { camera: failed('device-in-use') }),
  'device-both-denied': (stage) =>
    inCall(stage, { camera: failed('device-denied'), microphone: failed('device-denied') }),
  'device-two-troubles': (stage) =>
    inCall(stage, { camera: failed('device-in-use'), microphone: failed('device-not-found') }),
  'device-replaced': async (stage) => {
    await inCall(stage, {});
    const { track } = stage.session.state.devices.camera;
    const device = { wanted: true, track: track! };
    const error = new VideoRoomError('device-lost', 'gallery');
    stage.session.act({ type: 'device', source: 'camera', device: { wanted: true, status: 'starting', error } });
    stage.session.act({ type: 'device', source: 'camera', device: { ...device, status: 'on' } });
  },
  ...Object.fromEntries(
    CODES.map((code): [string, Scene] => [`camera-${code}`, (stage) => inCall(stage, { camera: failed(code) })]),
  ),
};
