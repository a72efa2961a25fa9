/** The public events of `<video-room>`: one class each, and the map that types `addEventListener`. */
import type { ActiveSpeakerChangedEvent } from './active-speaker-changed.js';
import type { CallChangedEvent } from './call-changed.js';
import type { CallRequestEvent } from './call-request.js';
import type { CameraChangedEvent } from './camera-changed.js';
import type { ChatMessageEvent } from './chat-message.js';
import type { ChoiceChangedEvent } from './choice-changed.js';
import type { ConnectionChangedEvent } from './connection-changed.js';
import type { DebugChangedEvent } from './debug-changed.js';
import type { DeviceErrorEvent } from './device-error.js';
import type { DeviceMenuChangedEvent } from './device-menu-changed.js';
import type { DeviceRestoredEvent } from './device-restored.js';
import type { DevicesChangedEvent } from './devices-changed.js';
import type { RoomErrorEvent } from './error.js';
import type { FullscreenChangedEvent } from './fullscreen-changed.js';
import type { JoinedEvent } from './joined.js';
import type { KnockEvent } from './knock.js';
import type { LayoutChangedEvent } from './layout-changed.js';
import type { LeftEvent } from './left.js';
import type { LogEntriesEvent } from './log-entries.js';
import type { MicrophoneChangedEvent } from './microphone-changed.js';
import type { ParticipantChangedEvent } from './participant-changed.js';
import type { ParticipantJoinedEvent } from './participant-joined.js';
import type { ParticipantLeftEvent } from './participant-left.js';
import type { DataEvent, ModeratedEvent, ReactionEvent, TokenExpiringEvent } from './passing.js';
import type { ScreenShareChangedEvent } from './screen-share-changed.js';
import type { PictureInPictureChangedEvent } from './picture-in-picture-changed.js';
import type { PanelChangedEvent } from './panel-changed.js';
import type { PinChangedEvent } from './pin-changed.js';
import type { PreflightFinishedEvent, PreflightProgressEvent } from './preflight.js';
import type { QualityChangedEvent } from './quality-changed.js';
import type { SoundOnlyChangedEvent } from './sound-only-changed.js';
import type { StateChangedEvent } from './state-changed.js';
import type { UnreadChangedEvent } from './unread-changed.js';
import type { UpdateAvailableEvent } from './update-available.js';

export type {
  ActiveSpeakerChangedEvent,
  CallChangedEvent,
  CallRequestEvent,
  CameraChangedEvent,
  ChatMessageEvent,
  ChoiceChangedEvent,
  ConnectionChangedEvent,
  DataEvent,
  DebugChangedEvent,
  DeviceErrorEvent,
  DeviceMenuChangedEvent,
  DeviceRestoredEvent,
  DevicesChangedEvent,
  FullscreenChangedEvent,
  JoinedEvent,
  KnockEvent,
  LayoutChangedEvent,
  LeftEvent,
  LogEntriesEvent,
  MicrophoneChangedEvent,
  ModeratedEvent,
  PanelChangedEvent,
  ParticipantChangedEvent,
  ParticipantJoinedEvent,
  ParticipantLeftEvent,
  PictureInPictureChangedEvent,
  PinChangedEvent,
  PreflightFinishedEvent,
  PreflightProgressEvent,
  QualityChangedEvent,
  ReactionEvent,
  RoomErrorEvent,
  ScreenShareChangedEvent,
  SoundOnlyChangedEvent,
  StateChangedEvent,
  TokenExpiringEvent,
  UnreadChangedEvent,
  UpdateAvailableEvent,
};

export interface VideoRoomEventMap {
  'state-changed': StateChangedEvent;
  joined: JoinedEvent;
  left: LeftEvent;
  'participant-joined': ParticipantJoinedEvent;
  'participant-left': ParticipantLeftEvent;
  'participant-changed': ParticipantChangedEvent;
  'camera-changed': CameraChangedEvent;
  'microphone-changed': MicrophoneChangedEvent;
  'screen-share-changed': ScreenShareChangedEvent;
  'sound-only-changed': SoundOnlyChangedEvent;
  'device-error': DeviceErrorEvent;
  'device-restored': DeviceRestoredEvent;
  'devices-changed': DevicesChangedEvent;
  'device-menu-changed': DeviceMenuChangedEvent;
  'debug-changed': DebugChangedEvent;
  'log-entries': LogEntriesEvent;
  'layout-changed': LayoutChangedEvent;
  'panel-changed': PanelChangedEvent;
  'pin-changed': PinChangedEvent;
  'preflight-progress': PreflightProgressEvent;
  'preflight-finished': PreflightFinishedEvent;
  'fullscreen-changed': FullscreenChangedEvent;
  'picture-in-picture-changed': PictureInPictureChangedEvent;
  'connection-changed': ConnectionChangedEvent;
  'quality-changed': QualityChangedEvent;
  'active-speaker-changed': ActiveSpeakerChangedEvent;
  'call-request': CallRequestEvent;
  'call-changed': CallChangedEvent;
  knock: KnockEvent;
  'live-changed': ChoiceChangedEvent;
  'watching-changed': ChoiceChangedEvent;
  'do-not-disturb-changed': ChoiceChangedEvent;
  'hand-changed': ChoiceChangedEvent;
  'chat-message': ChatMessageEvent;
  'unread-changed': UnreadChangedEvent;
  reaction: ReactionEvent;
  data: DataEvent;
  moderated: ModeratedEvent;
  'token-expiring': TokenExpiringEvent;
  error: RoomErrorEvent;
  'update-available': UpdateAvailableEvent;
}
