import type { DeviceSource } from '@video-room/protocol';
import type { DeviceErrorCode, VideoRoomError } from '../core/errors.js';

/** One's own camera or microphone could not be had, stopped, or is interrupted. The call goes on without it. */
export class DeviceErrorEvent extends Event {
  readonly code: DeviceErrorCode;
  /** For developers, in English. */
  readonly message: string;
  /** With `device-blocked-by-page`: what the page's Permissions-Policy and its frames have to allow. */
  readonly directive: DeviceSource | undefined;

  constructor(
    readonly source: DeviceSource,
    readonly error: VideoRoomError,
  ) {
    super('device-error');
    this.code = error.code as DeviceErrorCode;
    this.message = error.message;
    this.directive = this.code === 'device-blocked-by-page' ? source : undefined;
  }
}
