/** What a screen reader should hear of what happened, as words. Pure. */
import { JoinedEvent } from '../../events/joined.js';
import { LeftEvent } from '../../events/left.js';
import { ParticipantJoinedEvent } from '../../events/participant-joined.js';
import { ParticipantLeftEvent } from '../../events/participant-left.js';
import { StateChangedEvent } from '../../events/state-changed.js';
import { words } from '../../text/en.js';

/** Empty if the event needs no words, or others than those of the first load. */
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
  return '';
}
