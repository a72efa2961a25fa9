import type { RoomDevice } from '../controllers/devices/device-lists.js';

/** Something was plugged in or out, or another device is in use. */
export class DevicesChangedEvent extends Event {
  constructor(readonly devices: readonly RoomDevice[]) {
    super('devices-changed');
  }
}
