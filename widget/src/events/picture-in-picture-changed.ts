/** The call is shown in a small window of its own, or is back in the page. */
export class PictureInPictureChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('picture-in-picture-changed');
  }
}
