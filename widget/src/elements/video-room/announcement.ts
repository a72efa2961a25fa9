/** What a screen reader should hear of what happened, as words. */
import type { VideoRoomError } from '../../core/errors.js';
import { RoomErrorEvent } from '../../events/error.js';
import { JoinedEvent } from '../../events/joined.js';
import { LeftEvent } from '../../events/left.js';
import { ParticipantJoinedEvent } from '../../events/participant-joined.js';
import { ParticipantLeftEvent } from '../../events/participant-left.js';
import { StateChangedEvent } from '../../events/state-changed.js';
import { words } from '../../text/en.js';

export interface Announcement {
  /** Empty if the event needs no words. */
  readonly words: string | Promise<string>;
  /** The element that shows them, too. */
  readonly shownIn?: string;
}

export function announcementOf(event: Event): Announcement {
  if (event instanceof LeftEvent) return { words: words().notice.gone[event.reason], shownIn: 'vr-notice' };
  // What goes wrong with devices and screens is told by their desks.
  const failed = event instanceof RoomErrorEvent && event.error.category !== 'device';
  return failed ? { words: wordsOfError(event.error), shownIn: 'vr-notice' } : { words: wordsOf(event) };
}

function wordsOf(event: Event): string {
  const { announce } = words();
  if (event instanceof JoinedEvent) return announce.joined;
  if (event instanceof ParticipantJoinedEvent) return announce.personJoined(event.participant.name);
  if (event instanceof ParticipantLeftEvent) return announce.personLeft(event.participant.name);
  if (event instanceof StateChangedEvent) {
    if (event.state === 'reconnecting') return words().reconnecting;
    if (event.previous === 'reconnecting' && event.state === 'joined') return announce.back;
  }
  return '';
}

/** They are not part of the first load. */
async function wordsOfError({ code }: VideoRoomError): Promise<string> {
  const { title, hint } = (await import('../../text/en-errors.js')).errorText(code);
  return `${title}. ${hint}`;
}
