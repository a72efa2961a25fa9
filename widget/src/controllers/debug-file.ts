/** What the writer and the reader of exported files agree on. */
import type { MediaSource, ParticipantConnection, ParticipantRecord } from '@video-room/protocol';

export const FILE_FORMAT = 'video-room-debug';

/** Of the shape of the file. */
export const FORMAT_VERSION = 2;

/** What decides about who is linked with whom. */
export interface FiledParticipant {
  readonly id: string;
  readonly connection: ParticipantConnection;
  readonly inCall: boolean;
  readonly live: boolean;
  readonly watching: boolean;
  readonly publish: readonly MediaSource[];
  readonly subscribe: boolean;
}

export const filed = ({ id, connection, inCall, choices, rights }: ParticipantRecord): FiledParticipant => ({
  id,
  connection,
  inCall,
  live: choices.live,
  watching: choices.watching,
  publish: rights.publish,
  subscribe: rights.subscribe,
});
