/** What a screen reader should hear of what happened, as words. Pure. */
import { RoomErrorEvent } from '../../events/error.js';
import { JoinedEvent } from '../../events/joined.js';
import { LeftEvent } from '../../events/left.js';
import { ParticipantJoinedEvent } from '../../events/participant-joined.js';
import { ParticipantLeftEvent } from '../../events/participant-left.js';
import { StateChangedEvent } from '../../events/state-changed.js';
import { errorText, words } from '../../text/en.js';

/** Empty if the event needs no words. */
export function announcementOf(event: Event): string[] {
  const said = saidOf(event);
  return said ? [said] : [];
}

function saidOf(event: Event): string {
  const { announce, notice } = words();
  if (event instanceof JoinedEvent) return announce.joined;
  if (event instanceof ParticipantJoinedEvent) return announce.personJoined(event.participant.name);
  if (event instanceof ParticipantLeftEvent) return announce.personLeft(event.participant.name);
  if (event instanceof LeftEvent) return notice.gone[event.reason];
  if (event instanceof StateChangedEvent) {
    if (event.state === 'reconnecting') return words().reconnecting;
    if (event.previous === 'reconnecting' && event.state === 'joined') return announce.back;
  }
  // What goes wrong with devices is told by the media desk, which has the words.
  if (event instanceof RoomErrorEvent && event.error.category !== 'device') {
    const { title, hint } = errorText(event.code);
    return `${title}. ${hint}`;
  }
  return '';
}
