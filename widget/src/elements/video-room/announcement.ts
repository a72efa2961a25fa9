/** What a screen reader should hear of what happened, as words. Pure. */
import { RoomErrorEvent } from '../../events/error.js';
import { JoinedEvent } from '../../events/joined.js';
import { ParticipantJoinedEvent } from '../../events/participant-joined.js';
import { ParticipantLeftEvent } from '../../events/participant-left.js';
import { en } from '../../text/en.js';

/** Empty if the event needs no words. */
export function announcementOf(event: Event): string {
  const { announce, errors, bar } = en;
  if (event instanceof JoinedEvent) return announce.joined;
  if (event instanceof ParticipantJoinedEvent) return announce.personJoined(event.participant.name);
  if (event instanceof ParticipantLeftEvent) return announce.personLeft(event.participant.name);
  if (event instanceof RoomErrorEvent && event.error.category === 'device') {
    return announce.deviceFailed(bar.devices, errors[event.code]);
  }
  return '';
}
