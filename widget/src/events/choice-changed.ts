/** One of one's own switches in the room was turned on or off: on air, watching, not to be disturbed, a raised hand. */
export class ChoiceChangedEvent extends Event {
  constructor(
    type: 'live-changed' | 'watching-changed' | 'do-not-disturb-changed' | 'hand-changed',
    readonly on: boolean,
  ) {
    super(type);
  }
}
