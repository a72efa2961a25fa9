/** Internal: the browser refused to play sound before a gesture. Never leaves the shadow root. */
export class SoundRefusedEvent extends Event {
  constructor() {
    super('sound-refused', { bubbles: true });
  }
}
