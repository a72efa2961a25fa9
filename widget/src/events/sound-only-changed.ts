/** Pictures of cameras are neither taken nor sent any more, or again. */
export class SoundOnlyChangedEvent extends Event {
  constructor(readonly on: boolean) {
    super('sound-only-changed');
  }
}
