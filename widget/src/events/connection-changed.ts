import type { ParticipantRecord } from '@video-room/protocol';
import type { LinkPhase } from '../core/session-state.js';

/** The media connection with one other person became another; `closed`: none is wanted any more. */
export class ConnectionChangedEvent extends Event {
  constructor(
    readonly participant: ParticipantRecord,
    readonly connection: LinkPhase | 'closed',
  ) {
    super('connection-changed');
  }
}
