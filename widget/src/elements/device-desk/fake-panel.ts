/** What there is of devices, for tests of the elements that show it. */
import { devicesOf } from '../../controllers/devices/device-lists.js';
import { DEFAULT_SETUP } from '../../core/media/device-setup.js';
import { FakeDevices } from '../../core/media/fake-devices.js';
import type { DevicePanel } from './device-panel.js';
import { troubleOf } from './troubles.js';

const { present } = new FakeDevices();

export const FAKE_PANEL: DevicePanel = {
  devices: devicesOf(present, {}),
  kinds: new Set(['microphone', 'camera', 'speaker']),
  sources: ['microphone', 'camera'],
  troubles: [],
  microphone: undefined,
  canSwitchCamera: false,
  testing: false,
  processing: DEFAULT_SETUP,
};

export const FAKE_TROUBLES = [
  troubleOf('device-in-use', ['camera']),
  troubleOf('device-blocked-by-page', ['microphone']),
];
