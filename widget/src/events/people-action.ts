import type { CallId, MediaSource, ParticipantId, RoomAccess } from '@video-room/protocol';

/** What a control of the list of people asks for. */
export type PeopleAction =
  | { type: 'pin'; id: ParticipantId | undefined }
  /** In 0..1. */
  | { type: 'volume'; id: ParticipantId; volume: number }
  | { type: 'write'; id: ParticipantId }
  | { type: 'mute'; id: ParticipantId; source: MediaSource }
  | { type: 'ask-to-unmute'; id: ParticipantId; source: MediaSource }
  | { type: 'lower-hand'; id: ParticipantId }
  | { type: 'remove'; id: ParticipantId }
  | { type: 'mute-all' }
  | { type: 'set-access'; access: RoomAccess }
  | { type: 'end' }
  | { type: 'admit'; call: CallId }
  | { type: 'decline'; call: CallId };

/** Internal: dispatched on the element that holds the control, heard by the desk; never leaves the shadow root. */
export class PeopleActionEvent extends Event {
  constructor(readonly action: PeopleAction) {
    super('people-action', { bubbles: true });
  }
}
