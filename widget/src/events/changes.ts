/**
 * Which public events tell the step from one state to the next. Pure: what happened is exactly what differs, so a
 * reconnect that changed nothing is silent.
 */
import type { ChatRecord, DeviceSource, ParticipantId, ParticipantRecord } from '@video-room/protocol';
import type { DeviceState, SessionState } from '../core/session-state.js';
import { ActiveSpeakerChangedEvent } from './active-speaker-changed.js';
import { CameraChangedEvent } from './camera-changed.js';
import { ChatMessageEvent } from './chat-message.js';
import { ChoiceChangedEvent } from './choice-changed.js';
import { ConnectionChangedEvent } from './connection-changed.js';
import { RoomErrorEvent } from './error.js';
import { JoinedEvent } from './joined.js';
import { LeftEvent } from './left.js';
import { MicrophoneChangedEvent } from './microphone-changed.js';
import { ParticipantChangedEvent } from './participant-changed.js';
import { ParticipantJoinedEvent } from './participant-joined.js';
import { ParticipantLeftEvent } from './participant-left.js';
import { ScreenShareChangedEvent } from './screen-share-changed.js';
import { SoundOnlyChangedEvent } from './sound-only-changed.js';
import { StateChangedEvent } from './state-changed.js';

/** Whether a device's switch stands on `on`: chosen, and not known to be unavailable. */
export const isSwitchedOn = (device: DeviceState): boolean => device.wanted && device.status !== 'failed';

export function changes(previous: SessionState, state: SessionState): Event[] {
  return [
    ...phaseChanges(previous, state),
    ...peopleChanges(previous, state),
    ...chatChanges(previous, state),
    ...handChanges(previous, state),
    ...connectionChanges(previous, state),
    ...speakerChanges(previous, state),
    ...deviceChanges('microphone', previous, state),
    ...deviceChanges('camera', previous, state),
    ...(previous.soundOnly === state.soundOnly ? [] : [new SoundOnlyChangedEvent(state.soundOnly)]),
    ...screenChanges(previous, state),
  ];
}

function phaseChanges(previous: SessionState, state: SessionState): Event[] {
  if (previous.phase === state.phase) return [];
  const events: Event[] = [new StateChangedEvent(state.phase, previous.phase)];
  if (state.phase === 'joined' && !previous.admitted) {
    events.push(new JoinedEvent(state.you === undefined ? undefined : state.participants.get(state.you)));
  }
  if (state.phase === 'left') events.push(new LeftEvent(state.leftReason ?? 'left', state.leftMessage));
  if (state.phase === 'failed' && state.error) events.push(new RoomErrorEvent(state.error));
  return events;
}

const isInside = ({ phase }: SessionState) => phase === 'joined' || phase === 'reconnecting';

function peopleChanges(previous: SessionState, state: SessionState): Event[] {
  if (previous.participants === state.participants || !isInside(previous) || !isInside(state)) return [];
  const events: Event[] = [];
  for (const [id, before] of previous.participants) {
    if (!state.participants.has(id)) events.push(new ParticipantLeftEvent(before, leaveReasonOf(before)));
  }
  for (const [id, participant] of state.participants) {
    const before = previous.participants.get(id);
    if (!before) events.push(new ParticipantJoinedEvent(participant));
    else if (!sameRecord(before, participant)) events.push(new ParticipantChangedEvent(participant, before));
  }
  return events;
}

/** Somebody who was away before is lost; everybody else said goodbye. */
const leaveReasonOf = ({ connection, leaveReason }: ParticipantRecord) =>
  leaveReason ?? (connection === 'away' ? 'lost' : 'left');

/** A `ready` brings every record anew, equal or not. */
const sameRecord = (one: ParticipantRecord, other: ParticipantRecord) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const chatChanges = (previous: SessionState, state: SessionState): Event[] =>
  newMessages(previous, state).map((message) => new ChatMessageEvent(message));

/** What was written since one came in, also what was while one was away. */
export function newMessages(previous: SessionState, { messages }: SessionState): readonly ChatRecord[] {
  if (previous.messages === messages || !isInside(previous)) return [];
  const known = previous.messages.length && messages.indexOf(previous.messages.at(-1) as ChatRecord) + 1;
  return messages.slice(known);
}

function handChanges(previous: SessionState, state: SessionState): Event[] {
  const on = isHandRaised(state);
  return on === isHandRaised(previous) ? [] : [new ChoiceChangedEvent('hand-changed', on)];
}

const isHandRaised = ({ you, participants }: SessionState): boolean =>
  you !== undefined && !!participants.get(you)?.choices.handRaised;

function connectionChanges(previous: SessionState, state: SessionState): Event[] {
  if (previous.links === state.links) return [];
  const events: Event[] = [];
  for (const id of new Set<ParticipantId>([...previous.links.keys(), ...state.links.keys()])) {
    const participant = state.participants.get(id);
    const connection = state.links.get(id);
    if (participant && connection !== previous.links.get(id)) {
      events.push(new ConnectionChangedEvent(participant, connection ?? 'closed'));
    }
  }
  return events;
}

function speakerChanges(previous: SessionState, state: SessionState): Event[] {
  const same =
    previous.speaking.size === state.speaking.size && [...state.speaking].every((id) => previous.speaking.has(id));
  if (same) return [];
  const speakers = [...state.speaking].flatMap((id) => state.participants.get(id) ?? []);
  return [new ActiveSpeakerChangedEvent(speakers)];
}

function deviceChanges(source: DeviceSource, previous: SessionState, state: SessionState): Event[] {
  const before = previous.devices[source];
  const device = state.devices[source];
  const events: Event[] = [];
  const on = isSwitchedOn(device);
  if (on !== isSwitchedOn(before)) {
    events.push(source === 'camera' ? new CameraChangedEvent(on) : new MicrophoneChangedEvent(on));
  }
  return events;
}

function screenChanges({ screen: before }: SessionState, { screen }: SessionState): Event[] {
  const events: Event[] = [];
  if (!screen.track !== !before.track) events.push(new ScreenShareChangedEvent(!!screen.track));
  if (screen.error && screen.error !== before.error) events.push(new RoomErrorEvent(screen.error));
  return events;
}
