import type { DeviceSource } from '@video-room/protocol';

/** After a `device-error` a device works by itself again: it came back, or another took its place. */
export class DeviceRestoredEvent extends Event {
  constructor(
    readonly source: DeviceSource,
    /** Name of the device in use now, as the browser tells it. */
    readonly label: string,
  ) {
    super('device-restored');
  }
}
