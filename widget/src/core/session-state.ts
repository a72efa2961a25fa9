/**
 * What a session knows, as one immutable value, and the pure function that makes the next one. Everything shown on
 * screen follows from this.
 */
import type {
  CallId,
  CallRecord,
  ChatRecord,
  DeviceSource,
  GoodbyeReason,
  IceServer,
  MediaSource,
  MediaState,
  ParticipantId,
  ParticipantRecord,
  ReadyMessage,
  RoomRecord,
} from '@video-room/protocol';
import type { VideoRoomError } from './errors.js';
import type { Qualities } from './stats/quality-watch.js';

/**
 * `idle`: not in the room. `connecting`: the first connect. `waiting`: to be let in. `joined`: in the room.
 * `reconnecting`: the socket is lost, media may go on. `failed`: given up, see `error`. `left`: was in the room and is no
 * more, see `leftReason`.
 */
export type SessionPhase = 'idle' | 'connecting' | 'waiting' | 'joined' | 'reconnecting' | 'failed' | 'left';

/**
 * `left`: by oneself. `replaced`: the same seat was taken by another page. `removed`: by somebody who moderates.
 * `room-ended`: for everybody. `token-expired`: the token ended, and there is no other.
 */
export type LeftReason = 'left' | Exclude<GoodbyeReason, 'server-stopping' | 'too-slow'>;

/**
 * State of the media connection with one other person. `interrupted`: was connected, is being repaired.
 */
export type LinkPhase = 'connecting' | 'connected' | 'interrupted' | 'failed';

/**
 * What is received from one other person. A track is there from when it was negotiated until its link closes; whether it
 * carries anything right now is told by the person's record (`media`), and the first picture comes a little later.
 */
export type RemoteTracks = Readonly<Partial<Record<MediaSource, MediaStreamTrack>>>;

/** A device of one's own. */
export interface DeviceState {
  /** What the person chose. */
  readonly wanted: boolean;
  /**
   * `starting`: the browser was asked. `interrupted`: open, but the system lets nothing through for now. `failed`: see
   * `error`; wanted and not to be had.
   */
  readonly status: 'off' | 'starting' | 'on' | 'interrupted' | 'failed';
  /** The live track while `status` is `on` or `interrupted`; for the microphone also while it is muted (`wanted` false). */
  readonly track?: MediaStreamTrack;
  /** Why it failed or is interrupted; while `starting`, what happened before; while `on`, why it could not be changed. */
  readonly error?: VideoRoomError;
}

/** One's own shared screen. */
export interface ScreenState {
  /** `starting`: the person is being asked which. `failed`: see `error`. */
  readonly status: 'off' | 'starting' | 'on' | 'failed';
  /** While `status` is `on`. */
  readonly track?: MediaStreamTrack;
  /** Its sound, if it came with some. */
  readonly audio?: MediaStreamTrack;
  readonly error?: VideoRoomError;
}

export interface SessionState {
  readonly phase: SessionPhase;
  readonly error?: VideoRoomError;
  readonly leftReason?: LeftReason;
  /** With `removed` and `room-ended`: words of whoever did it. */
  readonly leftMessage?: string | undefined;
  readonly room?: RoomRecord;
  /** Of the server one was last connected with. */
  readonly serverVersion?: string;
  /** False also while one waits to be let in. */
  readonly admitted: boolean;
  /** STUN and TURN, with credentials, which are nobody else's business; empty while one waits. */
  readonly iceServers: readonly IceServer[];
  /** One's own calls and knocks, and for those who moderate who knocks; those that are over, too. Oldest first. */
  readonly calls: ReadonlyMap<CallId, CallRecord>;
  /** What was written that one may read, oldest first: what `ready` told and what came since. */
  readonly messages: readonly ChatRecord[];
  /** One's own participant id, from the first `ready` on. */
  readonly you?: ParticipantId;
  /** Everybody in the room, oneself included, in the order they came. */
  readonly participants: ReadonlyMap<ParticipantId, ParticipantRecord>;
  /** By the other person's id; absent while no link is open with them. */
  readonly links: ReadonlyMap<ParticipantId, LinkPhase>;
  /** While somebody cannot be reached directly, nor any relay that could help. */
  readonly relayError?: VideoRoomError | undefined;
  readonly tracks: ReadonlyMap<ParticipantId, RemoteTracks>;
  /** Who speaks now, oneself included, the loudest first. */
  readonly speaking: ReadonlySet<ParticipantId>;
  /** How well the connection with each of the others does, and under one's own id one's own network; absent: well. */
  readonly quality: Qualities;
  readonly devices: Readonly<Record<DeviceSource, DeviceState>>;
  /** One takes no pictures of cameras, and sends none. */
  readonly soundOnly: boolean;
  readonly screen: ScreenState;
}

/** What can change a session's state. */
export type SessionAction =
  | { type: 'joining' }
  | { type: 'ready'; ready: ReadyMessage }
  | { type: 'room'; room: RoomRecord }
  | { type: 'ice'; iceServers: readonly IceServer[] }
  | { type: 'call'; call: CallRecord }
  | { type: 'chat'; messages: readonly ChatRecord[] }
  | { type: 'participant'; participant: ParticipantRecord }
  | { type: 'link'; peer: ParticipantId; phase: LinkPhase | undefined }
  | { type: 'relay'; error: VideoRoomError | undefined }
  | { type: 'track'; peer: ParticipantId; source: MediaSource; track: MediaStreamTrack | undefined }
  | { type: 'speaking'; speaking: ReadonlySet<ParticipantId> }
  | { type: 'quality'; quality: Qualities }
  | { type: 'device'; source: DeviceSource; device: DeviceState }
  | { type: 'sound-only'; on: boolean }
  | { type: 'screen'; screen: ScreenState }
  | { type: 'connection-lost' }
  | { type: 'failed'; error: VideoRoomError }
  | { type: 'left'; reason: LeftReason; message?: string | undefined };

/** How many messages a page keeps, so that a long day does not fill its memory. */
const KEPT_MESSAGES = 1000;

const OFF: DeviceState = { wanted: false, status: 'off' };

export const INITIAL_STATE: SessionState = {
  phase: 'idle',
  admitted: false,
  iceServers: [],
  calls: new Map(),
  messages: [],
  participants: new Map(),
  links: new Map(),
  tracks: new Map(),
  speaking: new Set(),
  quality: new Map(),
  devices: { microphone: OFF, camera: OFF },
  soundOnly: false,
  screen: { status: 'off' },
};

/** The state after `action`. Returns the same object if nothing changed. */
export function reduce(state: SessionState, action: SessionAction): SessionState {
  switch (action.type) {
    case 'joining':
      return { ...outside(state), phase: 'connecting' };
    case 'ready': {
      const { room, you, participants, admitted, iceServers, server } = action.ready;
      const present = new Map(participants.map((participant) => [participant.id, participant]));
      return {
        ...keep(state, present),
        phase: admitted ? 'joined' : 'waiting',
        error: undefined,
        room,
        you,
        admitted,
        iceServers,
        serverVersion: server.version,
        participants: present,
        calls: recall(state.calls, action.ready.calls),
        messages: withNew(state.messages, action.ready.messages),
      };
    }
    case 'ice':
      return { ...state, iceServers: action.iceServers };
    case 'room':
      return { ...state, room: action.room };
    case 'call':
      return { ...state, calls: withEntry(state.calls, action.call.id, action.call) };
    case 'chat':
      return { ...state, messages: withNew(state.messages, action.messages) };
    case 'participant': {
      const { participant } = action;
      if (participant.connection !== 'left') {
        return { ...state, participants: withEntry(state.participants, participant.id, participant) };
      }
      const present = withEntry(state.participants, participant.id, undefined);
      return { ...keep(state, present), participants: present };
    }
    case 'link':
      return { ...state, links: withEntry(state.links, action.peer, action.phase) };
    case 'relay':
      return { ...state, relayError: action.error };
    case 'track': {
      const tracks = { ...state.tracks.get(action.peer), [action.source]: action.track };
      const none = Object.values(tracks).every((track) => !track);
      return { ...state, tracks: withEntry(state.tracks, action.peer, none ? undefined : tracks) };
    }
    case 'speaking':
      return sameOrder(state.speaking, action.speaking) ? state : { ...state, speaking: action.speaking };
    case 'quality':
      return sameOrder(state.quality, action.quality) ? state : { ...state, quality: action.quality };
    case 'device':
      return { ...state, devices: { ...state.devices, [action.source]: action.device } };
    case 'sound-only':
      return { ...state, soundOnly: action.on };
    case 'screen':
      return { ...state, screen: action.screen };
    case 'connection-lost':
      return { ...state, phase: 'reconnecting' };
    case 'failed':
      return { ...outside(state), phase: 'failed', error: action.error };
    case 'left':
      return { ...outside(state), phase: 'left', leftReason: action.reason, leftMessage: action.message };
    default:
      return action satisfies never;
  }
}

/** Only what outlives a room: what is one's own. */
const outside = ({ devices, soundOnly, screen }: SessionState): SessionState => ({
  ...INITIAL_STATE,
  devices,
  soundOnly,
  screen,
});

/** `state` without what belongs to people who are not `present`. */
function keep(state: SessionState, present: ReadonlyMap<ParticipantId, ParticipantRecord>): SessionState {
  const still = <Value>(map: ReadonlyMap<ParticipantId, Value>) =>
    [...map.keys()].every((id) => present.has(id)) ? map : new Map([...map].filter(([id]) => present.has(id)));
  const speaking = new Set([...state.speaking].filter((id) => present.has(id)));
  const { links, tracks, quality } = state;
  return { ...state, links: still(links), tracks: still(tracks), quality: still(quality), speaking };
}

/** What a `ready` says of calls. Those a restarted server knows nothing of are over. */
function recall(before: ReadonlyMap<CallId, CallRecord>, said: readonly CallRecord[]): ReadonlyMap<CallId, CallRecord> {
  const calls = new Map(before);
  for (const [id, call] of before) {
    if (call.state === 'ringing') calls.set(id, { ...call, state: 'failed' });
    if (call.state === 'accepted') calls.set(id, { ...call, state: 'ended', endReason: 'lost' });
  }
  for (const call of said) calls.set(call.id, call);
  return calls;
}

/** Those known already stay as they are, also those a restarted server knows nothing of. */
function withNew(messages: readonly ChatRecord[], said: readonly ChatRecord[]): readonly ChatRecord[] {
  const known = new Set(messages.map(({ id }) => id));
  return [...messages, ...said.filter(({ id }) => !known.has(id))].slice(-KEPT_MESSAGES);
}

function withEntry<Value>(map: ReadonlyMap<string, Value>, id: string, value: Value | undefined) {
  const next = new Map(map);
  if (value === undefined) next.delete(id);
  else next.set(id, value);
  return next;
}

const sameOrder = (one: Iterable<unknown>, other: Iterable<unknown>) => [...one].join() === [...other].join();

/** What one sends now, as the others are told. */
export function sendingOf({ devices, screen }: SessionState): MediaState {
  const on = (source: DeviceSource) => devices[source].status === 'on';
  return { microphone: on('microphone'), camera: on('camera'), screen: !!screen.track, screenAudio: !!screen.audio };
}
