import type { VideoRoomError, VideoRoomErrorCode } from '../core/errors.js';

/** Joining failed, a request was refused, the call ended by a fault, or a device failed: `error.category` tells which. */
export class RoomErrorEvent extends Event {
  readonly code: VideoRoomErrorCode;
  /** For developers, in English. */
  readonly message: string;

  constructor(readonly error: VideoRoomError) {
    super('error');
    this.code = error.code;
    this.message = error.message;
  }
}
