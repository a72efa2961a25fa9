/** Defines `<video-room>` and exports the public types; nothing else but what defines a viewer of its logs. Importing it where there is no DOM does nothing. */
import { define } from './elements/define.js';
import { VideoRoomElement } from './elements/video-room/video-room.js';
import './elements/vr-bar/vr-bar.js';
import './elements/vr-stage/vr-stage.js';
import './elements/vr-tile/vr-tile.js';

define('video-room', VideoRoomElement);

/** Defines `<vr-debug-file>`, which opens a file that `debug.export()` wrote. Loaded when it is asked for. */
export const defineDebugFile = async (): Promise<void> => {
  await import('./elements/vr-debug-file/vr-debug-file.js');
};

declare global {
  interface HTMLElementTagNameMap {
    'video-room': VideoRoomElement;
  }
}

export { VideoRoomElement };
export type { LogFilter, LogPerson } from './controllers/log-filter.js';
export type { RoomDebug } from './controllers/room-debug.js';
export type { VideoRoomError, VideoRoomErrorCategory, VideoRoomErrorCode } from './core/errors.js';
export type { ShareOptions } from './core/media/local-screen.js';
export type {
  PreflightCheck,
  PreflightCode,
  PreflightFinding,
  PreflightLayer,
  PreflightResult,
  PreflightVerdict,
} from './core/preflight/finding.js';
export type { PreflightOptions, PreflightProgress } from './core/preflight/run-preflight.js';
export type { CallOptions } from './core/room-requests.js';
export type { ConnectionQuality } from './core/stats/quality.js';
export type { LeftReason, LinkPhase, SessionPhase } from './core/session-state.js';
export type { Switch } from './elements/video-room/media-room.js';
export type { StageLayout } from './elements/video-room/stage-room.js';
export type * from './events/index.js';
export type { Language, SomeWords } from './text/words.js';
export type { LogEntry } from '@video-room/log';
export type {
  CallEndReason,
  CallKind,
  CallParty,
  CallRecord,
  CallState,
  ChatRecord,
  Choices,
  Json,
  LeaveReason,
  MediaSource,
  MediaState,
  ParticipantConnection,
  ParticipantRecord,
  Rights,
  RoomAccess,
  Speaker,
} from '@video-room/protocol';
