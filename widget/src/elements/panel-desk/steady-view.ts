/**
 * Keeps what the chat shows the same object while nothing in it has changed: the element is drawn at everything that happens
 * in a room, and all messages need not be each time. Pure.
 */
import type { Recipient } from '../../controllers/chat/recipients.js';
import type { ChatView } from '../vr-chat/vr-chat.js';

export function steadyView(before: ChatView | undefined, next: ChatView): ChatView {
  if (!before) return next;
  const people = samePeople(before.people, next.people) ? before.people : next.people;
  const view: ChatView = { ...next, people };
  const changed = (Object.keys(view) as (keyof ChatView)[]).some((key) => view[key] !== before[key]);
  return changed ? view : before;
}

/** They are put together anew each time. */
const samePeople = (some: readonly Recipient[], others: readonly Recipient[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return one.identity === other?.identity && one.participant === other.participant && one.name === other.name;
  });
