/** The seat somebody gets: from what it may do, what it asks for and the seat it had. Pure. */
import {
  DEFAULT_CHOICES,
  NO_MEDIA,
  ProtocolError,
  type ParticipantId,
  type ParticipantRecord,
  type RoomAccess,
} from '@video-room/protocol';
import type { Seat } from '@video-room/state';
import type { JoinRequest } from './join-request.js';
import { allowedChoices, allowedMedia, rightsOfSeat, withChoices } from './rights.js';

/** Throws `room-closed`. Otherwise whether the person comes in at once, rather than waits to be let in. */
export function isAdmitted(access: RoomAccess, walksIn: boolean, old: Seat | undefined): boolean {
  if (access === 'closed' && !walksIn && !old) throw roomClosed();
  return access === 'open' || walksIn || old?.admitted === true;
}

export const roomClosed = () => new ProtocolError('room-closed', 'The room takes nobody new.');

/** @param now when it came, this time; `talk`: the conversation the seat is in. */
export function seatFor(
  request: JoinRequest,
  {
    id,
    joinedAt,
    now,
    admitted,
    old,
    talk,
  }: {
    id: ParticipantId;
    joinedAt: number;
    now: number;
    admitted: boolean;
    old?: Seat | undefined;
    talk?: string | undefined;
  },
): Seat {
  const standing = {
    granted: request.rights,
    ...(old?.changed && { changed: old.changed }),
    onStage: old?.onStage === true,
  };
  const rights = rightsOfSeat(standing);
  const choices = {
    ...DEFAULT_CHOICES,
    addUp: request.settings.callsAddUp === true,
    ...old?.participant.choices,
    ...request.choices,
  };
  const allowed = allowedChoices(choices, rights);
  const participant: ParticipantRecord = {
    id,
    identity: request.identity,
    name: request.name ?? old?.participant.name ?? request.fallbackName,
    metadata: request.metadata,
    attributes: request.attributes,
    connection: 'online',
    media: allowedMedia(request.media ?? NO_MEDIA, rights),
    choices: allowed,
    ...(old?.participant.handRaisedAt !== undefined && { handRaisedAt: old.participant.handRaisedAt }),
    inCall: talk !== undefined,
    rights,
    joinedAt,
  };
  return {
    participant: withChoices(participant, allowed, now),
    instance: request.instance,
    session: request.session,
    hidden: request.hidden,
    admitted,
    ...(request.settings.ownRelayOnly && { relayOnly: true as const }),
    ...(talk !== undefined && { talk }),
    ...standing,
  };
}
