/**
 * A message whose sending was never answered: the text is in the field again, but the server may have it all the same and tell
 * of it later. Pure.
 */
import type { ChatRecord } from '@video-room/protocol';

export interface LostReply {
  readonly text: string;
  /** The identity of the only one it was for; undefined: for all. */
  readonly to: string | undefined;
  /** What is in the field with it, and what would be without it. */
  readonly field: string;
  readonly rest: string;
}

/** Whether that is what was sent. */
export const isSame = ({ text, to }: Pick<LostReply, 'text' | 'to'>, message: ChatRecord): boolean =>
  message.text === text && message.to?.identity === to;
