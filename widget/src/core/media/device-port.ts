/** The browser's devices as the core sees them; tests give their own. */
import type { DeviceSource } from '@video-room/protocol';
import { VideoRoomError } from '../errors.js';

export type DeviceKind = DeviceSource | 'speaker';

export interface DeviceInfo {
  readonly kind: DeviceKind;
  /** Empty, like `label`, while the page may use no device of this kind. */
  readonly deviceId: string;
  readonly label: string;
}

export interface DeviceListing {
  /** What is plugged in now. */
  list(): Promise<readonly DeviceInfo[]>;
  /** Calls back whenever something was plugged in or out. Returns what ends it. */
  watch(onChange: () => void): () => void;
}

export interface DevicePort {
  /** Rejects like `getUserMedia`, or with an error of ours where the browser has no such thing. */
  open(constraints: MediaStreamConstraints): Promise<MediaStream>;
  /**
   * What the browser would answer the page now. Undefined where it does not tell.
   * @param anew something has just happened of which an answer from before may not know yet. Default false.
   */
  permission(source: DeviceSource, anew?: boolean): Promise<PermissionState | undefined>;
  /** What can be known of the devices there are; loaded when it is wanted. */
  listing(): Promise<DeviceListing>;
}

/** Typed as always there, but absent on pages that are no secure context. */
export const mediaDevices = () => navigator.mediaDevices as MediaDevices | undefined;

/** Each goes on saying what is so; Chromium keeps every one that is asked for until the page ends. */
const PERMISSIONS: Partial<Record<DeviceSource, Promise<PermissionStatus>>> = {};

export const browserDevices: DevicePort = {
  open(constraints) {
    const devices = mediaDevices();
    if (devices) return devices.getUserMedia(constraints);
    const error = globalThis.isSecureContext
      ? new VideoRoomError('device-unsupported', 'No getUserMedia')
      : new VideoRoomError('insecure-context', 'Cameras need https');
    return Promise.reject(error);
  },
  async permission(source, anew) {
    try {
      const asked = (!anew && PERMISSIONS[source]) || navigator.permissions.query({ name: source });
      return (await (PERMISSIONS[source] = asked)).state;
    } catch {
      delete PERMISSIONS[source];
      return undefined;
    }
  },
  async listing() {
    return (await import('./device-listing.js')).browserListing;
  },
};
