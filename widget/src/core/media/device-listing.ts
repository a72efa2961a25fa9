/** The devices the browser tells of. */
import { mediaDevices, type DeviceKind, type DeviceListing } from './device-port.js';

const KINDS: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

export const browserListing: DeviceListing = {
  async list() {
    const all = (await mediaDevices()?.enumerateDevices()) ?? [];
    return all.map(({ kind, deviceId, label }) => ({ kind: KINDS[kind], deviceId, label }));
  },
  watch(onChange) {
    const devices = mediaDevices();
    devices?.addEventListener('devicechange', onChange);
    return () => devices?.removeEventListener('devicechange', onChange);
  },
};
