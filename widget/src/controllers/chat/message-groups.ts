/** From messages to what stands under one name: what one person wrote to the same people in a row. Pure. */
import type { ChatRecord, MessageId, ParticipantRecord, Speaker } from '@video-room/protocol';

export interface MessageGroup {
  readonly from: Speaker;
  /** Written by oneself, perhaps on another device. */
  readonly own: boolean;
  /** To this person alone; undefined: to all. */
  readonly to: Speaker | undefined;
  /** When the first of them was written. */
  readonly at: number;
  /** What was new begins with it. */
  readonly isNew: boolean;
  readonly messages: readonly ChatRecord[];
}

/** After such a pause the name and the time are told anew. */
const PAUSE_MS = 5 * 60_000;

/** Whether that is oneself. What the site's backend writes has no identity. */
export const isOwn = ({ identity }: Speaker, own: ParticipantRecord | undefined): boolean =>
  identity !== '' && identity === own?.identity;

/** @param since the first of those that were new. */
export function messageGroups(
  messages: readonly ChatRecord[],
  own: ParticipantRecord | undefined,
  since?: MessageId,
): MessageGroup[] {
  const groups: (MessageGroup & { messages: ChatRecord[] })[] = [];
  let before: ChatRecord | undefined;
  for (const message of messages) {
    const isNew = message.id === since;
    const last = groups.at(-1);
    if (last && before && !isNew && goesOn(before, message)) last.messages.push(message);
    else {
      const { from, to, at } = message;
      groups.push({ from, own: isOwn(from, own), to, at, isNew, messages: [message] });
    }
    before = message;
  }
  return groups;
}

const goesOn = (before: ChatRecord, message: ChatRecord): boolean =>
  before.from.identity === message.from.identity &&
  before.from.name === message.from.name &&
  before.to?.identity === message.to?.identity &&
  message.at - before.at < PAUSE_MS;
