/** A session without server or devices, for tests and the gallery: does what it is told by actions, notes what is asked. */
import type { Fault } from '../core/simulate.js';
import {
  DEFAULT_CHOICES,
  MEDIA_SOURCES,
  NO_MEDIA,
  type CallRecord,
  type Choices,
  type DeviceSource,
  type ParticipantRecord,
  type ReadyMessage,
} from '@video-room/protocol';
import type { VideoRoomError } from '../core/errors.js';
import { DEFAULT_SETUP } from '../core/media/device-setup.js';
import { FakeDevices } from '../core/media/fake-devices.js';
import { Emitter } from '../core/emitter.js';
import type { JoinOptions, SessionEvents } from '../core/session-options.js';
import { INITIAL_STATE, reduce, type SessionAction, type SessionState } from '../core/session-state.js';
import { LinkHistory } from '../core/stats/link-history.js';
import type { LinkTimeline } from '../core/timeline/room-timeline.js';
import type { Views } from '../core/views.js';
import type { MediaPort, RequestsPort, SessionPort } from './session-factory.js';

export class FakeSession extends Emitter<SessionEvents> implements SessionPort {
  state: SessionState = INITIAL_STATE;
  /** What was asked, as `join`, `setWanted camera false`, in order. */
  readonly asked: string[] = [];
  joinOptions: JoinOptions | undefined;
  closed = false;
  sending: RTCRtpSender[] = [];
  /** What whoever asks the server for something next is told. */
  refusal: VideoRoomError | undefined;
  views: Views = new Map();
  readonly history = new LinkHistory();
  readonly links: { history: LinkHistory; timeline: LinkTimeline | undefined } = {
    history: this.history,
    timeline: undefined,
  };
  budget = 0;
  #choices: Partial<Choices> = { watching: true };
  readonly requests: RequestsPort = this.#notes();
  readonly devices = new FakeDevices();
  readonly media: MediaPort = this.#noteMedia();

  act(action: SessionAction): void {
    const previous = this.state;
    this.state = reduce(previous, action);
    if (this.state !== previous) this.emit('state', { state: this.state, previous });
  }

  /** As after the first `ready`: in the room, with these people, oneself being the first. */
  enter(participants: ParticipantRecord[], change: Partial<ReadyMessage> = {}): void {
    const [you] = participants;
    if (!you) throw new RangeError('A room one is in holds at least oneself');
    this.act({ type: 'ready', ready: { ...fakeReady(you, participants), ...change } });
  }

  pass(message: SessionEvents['passing']): void {
    this.emit('passing', message);
  }

  refuse(error: VideoRoomError): void {
    this.emit('refused', error);
  }

  changeServer(from: string, to: string): void {
    this.emit('server-changed', { from, to });
  }

  warm(serverUrl: string): void {
    this.asked.push(`warm ${serverUrl}`);
  }

  join(options: JoinOptions): void {
    this.asked.push('join');
    this.joinOptions = options;
    this.act({ type: 'joining' });
  }

  leave(): void {
    this.asked.push('leave');
    if (this.state.phase !== 'idle' && this.state.phase !== 'left') this.act({ type: 'left', reason: 'left' });
  }

  setWanted(source: DeviceSource, wanted: boolean): void {
    this.asked.push(`setWanted ${source} ${wanted}`);
    const { track } = this.state.devices[source];
    const running = wanted && track ? { status: 'on' as const, track } : { status: 'off' as const };
    this.act({ type: 'device', source, device: { wanted, ...(track && { track }), ...running } });
  }

  setSoundOnly(on: boolean): void {
    if (on === this.state.soundOnly) return;
    this.asked.push(`setSoundOnly ${on}`);
    this.act({ type: 'sound-only', on });
  }

  shareScreen(on: boolean): void {
    this.asked.push(`shareScreen ${on}`);
  }

  switchScreen(): void {
    this.asked.push('switchScreen');
  }

  setViews(views: Views): void {
    this.views = views;
  }

  setBudget(bps: number): void {
    this.budget = bps;
  }

  preview(sources: readonly DeviceSource[]): void {
    this.asked.push(['preview', ...sources].join(' '));
  }

  setName(name: string): void {
    this.asked.push(`setName ${name}`);
  }

  tokenGiven(): void {
    this.asked.push('tokenGiven');
  }

  simulate(fault: Fault): void {
    this.asked.push(`simulate ${fault}`);
  }

  senders(): RTCRtpSender[] {
    return this.sending;
  }

  close(): void {
    this.closed = true;
    for (const { track } of Object.values(this.state.devices)) track?.stop();
  }

  #noteMedia(): MediaPort {
    let setup = DEFAULT_SETUP;
    return {
      get setup() {
        return setup;
      },
      setUp: (change) => {
        if (Object.keys(change).length > 0) this.asked.push(`setUp ${JSON.stringify(change)}`);
        setup = { ...setup, ...change };
      },
      wake: () => this.asked.push('wake'),
      port: this.devices,
    };
  }

  /** Every request as a line: its name and what it was given. */
  #notes(): RequestsPort {
    const note = (...words: unknown[]) => {
      const given = words.filter((word) => word !== undefined && word !== '');
      this.asked.push(given.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '));
    };
    const choices = () => this.#choices;
    return {
      get choices() {
        return choices();
      },
      ask: async (type, payload, onRefused = (error) => this.refuse(error)) => {
        note('ask', type, payload);
        const { refusal } = this;
        this.refusal = undefined;
        // As from a server: not at once.
        await Promise.resolve();
        if (!refusal) return { ok: true };
        onRefused(refusal);
        return undefined;
      },
      call: (identity, options) => note('call', identity, options),
      invite: (identity) => note('invite', identity),
      knock: () => note('knock'),
      accept: (call, options) => note('accept', call, options),
      answer: (call, accept, reason) => note('answer', call, accept, reason),
      hangUp: (call) => note('hangUp', call),
      choose: (change) => {
        this.#choices = { ...this.#choices, ...change };
        if (this.state.phase === 'joined') note('choose', change);
      },
    };
  }
}

/** Somebody online who sends both sources. */
export function fakePerson(id: string, name: string, change: Partial<ParticipantRecord> = {}): ParticipantRecord {
  return {
    id,
    identity: `${id}@example.org`,
    name,
    metadata: '',
    attributes: {},
    connection: 'online',
    media: { ...NO_MEDIA, microphone: true, camera: true },
    choices: DEFAULT_CHOICES,
    inCall: false,
    rights: { publish: [...MEDIA_SOURCES], subscribe: true, publishData: true, admin: false },
    joinedAt: 1_700_000_000_000,
    ...change,
  };
}

/** Ben (`p1`) calls Ann (`me`). */
export const fakeCall = (id: string, change: Partial<CallRecord> = {}): CallRecord => ({
  id,
  kind: 'ring',
  state: 'ringing',
  caller: { identity: 'p1@example.org', name: 'Ben Okoro', participant: 'p1' },
  callee: { identity: 'me@example.org', name: 'Ann' },
  video: true,
  createdAt: 1_700_000_000_000,
  ...change,
});

export const FAKE_ROOM: ReadyMessage['room'] = {
  name: 'standup',
  kind: 'meeting',
  access: 'open',
  capacity: 16,
  metadata: '',
  showWatchers: false,
  createdAt: 1_700_000_000_000,
};

function fakeReady(you: ParticipantRecord, participants: ParticipantRecord[]): ReadyMessage {
  return {
    protocol: 1,
    server: { version: '0.1.0', startedAt: 0 },
    engine: 'mesh',
    room: FAKE_ROOM,
    admitted: true,
    you: you.id,
    resumeKey: 'resume-key',
    participants,
    links: [],
    calls: [],
    messages: [],
    iceServers: [],
  };
}
