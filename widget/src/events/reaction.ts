import type { Reaction } from '@video-room/protocol';

/** Somebody, perhaps oneself, shows an emoji for a moment. */
export class ReactionEvent extends Event {
  readonly from: Reaction['from'];
  readonly emoji: string;

  constructor({ from, emoji }: Reaction) {
    super('reaction');
    this.from = from;
    this.emoji = emoji;
  }
}
