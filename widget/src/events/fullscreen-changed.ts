/** The element fills the screen, or does so no more. */
export class FullscreenChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('fullscreen-changed');
  }
}
