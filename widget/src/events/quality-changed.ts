import type { ParticipantRecord } from '@video-room/protocol';
import type { ConnectionQuality } from '../core/stats/quality.js';

/** The connection with one other person does better or worse than before; of oneself: one's own network. */
export class QualityChangedEvent extends Event {
  constructor(
    readonly participant: ParticipantRecord,
    readonly quality: ConnectionQuality,
    readonly previous: ConnectionQuality,
  ) {
    super('quality-changed');
  }
}
