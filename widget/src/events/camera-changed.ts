/** The camera switch became on or off; also off when the device failed, then `error` follows. */
export class CameraChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('camera-changed');
  }
}
