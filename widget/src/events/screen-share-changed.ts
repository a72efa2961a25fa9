/** One began to share a screen, or shares none any more, also when it was ended in the browser's own controls. */
export class ScreenShareChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('screen-share-changed');
  }
}
