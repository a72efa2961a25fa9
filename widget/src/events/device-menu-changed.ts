/** The menu of one's own devices was opened or closed. */
export class DeviceMenuChangedEvent extends Event {
  constructor(readonly open: boolean) {
    super('device-menu-changed');
  }
}
