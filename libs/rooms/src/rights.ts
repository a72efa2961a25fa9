/** What somebody may do in the end, and what that leaves of what it says of itself. Pure. */
import {
  MEDIA_SOURCES,
  type Choices,
  type MediaState,
  type ParticipantRecord,
  type Rights,
} from '@video-room/protocol';
import type { Seat } from '@video-room/state';

/** The token's rights as moderation has changed them; whoever is on stage may publish everything. */
export function rightsOfSeat({ granted, changed, onStage }: Pick<Seat, 'granted' | 'changed' | 'onStage'>): Rights {
  return { ...granted, ...changed, ...(onStage && { publish: [...MEDIA_SOURCES] }) };
}

/** `media` with what may not be sent switched off. */
export const allowedMedia = (media: MediaState, { publish }: Rights): MediaState => ({
  microphone: media.microphone && publish.includes('microphone'),
  camera: media.camera && publish.includes('camera'),
  screen: media.screen && publish.includes('screen'),
  screenAudio: media.screenAudio && publish.includes('screenAudio'),
});

/** `choices`, off air for whoever may not publish. */
export const allowedChoices = (choices: Choices, { publish }: Rights): Choices => ({
  ...choices,
  live: choices.live && publish.length > 0,
});

/** With other choices, and the time since when a hand is raised: it stays what it was while the hand is up. */
export function withChoices(participant: ParticipantRecord, choices: Choices, now: number): ParticipantRecord {
  const { handRaisedAt = now, ...rest } = participant;
  return { ...rest, choices, ...(choices.handRaised && { handRaisedAt }) };
}

type RightsChange = Pick<Seat, 'changed' | 'onStage'> & Partial<Pick<Seat, 'granted'>>;

/** The seat with other rights, and what it says of itself in keeping with them. */
export function withRights(seat: Seat, change: RightsChange, live?: boolean): Seat {
  const { participant } = seat;
  const rights = rightsOfSeat({ ...seat, ...change });
  const choices = live === undefined ? participant.choices : { ...participant.choices, live };
  return {
    ...seat,
    ...change,
    participant: {
      ...participant,
      rights,
      media: allowedMedia(participant.media, rights),
      choices: allowedChoices(choices, rights),
    },
  };
}
