/** The debug overlay was opened or closed. */
export class DebugChangedEvent extends Event {
  constructor(readonly open: boolean) {
    super('debug-changed');
  }
}
