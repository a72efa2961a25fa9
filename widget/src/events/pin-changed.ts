/** Another tile is pinned. `pinned` is a participant id, `<participant id>/screen`, or undefined for none. */
export class PinChangedEvent extends Event {
  constructor(readonly pinned: string | undefined) {
    super('pin-changed');
  }
}
