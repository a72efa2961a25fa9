/** The microphone switch became on or off; also off when the device failed, then `error` follows. */
export class MicrophoneChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('microphone-changed');
  }
}
