/** The browser's devices as the core sees them; tests give their own. */
import type { DeviceSource } from '@video-room/protocol';
import { VideoRoomError } from '../errors.js';

export interface DevicePort {
  /** Rejects like `getUserMedia`, or with an error of ours where the browser has no such thing. */
  open(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /** Whether the page may use the device without asking the person. False where the browser does not tell. */
  isGranted(source: DeviceSource): Promise<boolean>;
}

export const browserDevices: DevicePort = {
  open(constraints) {
    // Typed as always there, but absent on pages that are no secure context.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices) return devices.getUserMedia(constraints);
    const error = globalThis.isSecureContext
      ? new VideoRoomError('browser-unsupported', 'The browser has no camera access')
      : new VideoRoomError('insecure-context', 'Browsers give cameras to https pages only');
    return Promise.reject(error);
  },
  async isGranted(source) {
    try {
      return (await navigator.permissions.query({ name: source })).state === 'granted';
    } catch {
      return false;
    }
  },
};
