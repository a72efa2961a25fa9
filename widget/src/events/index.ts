/** The public events of `<video-room>`: one class each, and the map that types `addEventListener`. */
import type { ActiveSpeakerChangedEvent } from './active-speaker-changed.js';
import type { CameraChangedEvent } from './camera-changed.js';
import type { ConnectionChangedEvent } from './connection-changed.js';
import type { DebugChangedEvent } from './debug-changed.js';
import type { RoomErrorEvent } from './error.js';
import type { JoinedEvent } from './joined.js';
import type { LeftEvent } from './left.js';
import type { MicrophoneChangedEvent } from './microphone-changed.js';
import type { ParticipantChangedEvent } from './participant-changed.js';
import type { ParticipantJoinedEvent } from './participant-joined.js';
import type { ParticipantLeftEvent } from './participant-left.js';
import type { StateChangedEvent } from './state-changed.js';
import type { UpdateAvailableEvent } from './update-available.js';

export type {
  ActiveSpeakerChangedEvent,
  CameraChangedEvent,
  ConnectionChangedEvent,
  DebugChangedEvent,
  JoinedEvent,
  LeftEvent,
  MicrophoneChangedEvent,
  ParticipantChangedEvent,
  ParticipantJoinedEvent,
  ParticipantLeftEvent,
  RoomErrorEvent,
  StateChangedEvent,
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
  'debug-changed': DebugChangedEvent;
  'connection-changed': ConnectionChangedEvent;
  'active-speaker-changed': ActiveSpeakerChangedEvent;
  error: RoomErrorEvent;
  'update-available': UpdateAvailableEvent;
}
