/** There are more or fewer messages of others that were not read. */
export class UnreadChangedEvent extends Event {
  constructor(readonly count: number) {
    super('unread-changed');
  }
}
