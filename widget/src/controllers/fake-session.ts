/** A session without server or devices, for tests and the gallery: does what it is told by actions, notes what is asked. */
import type { MediaSource, ParticipantRecord, ReadyMessage } from '@video-room/protocol';
import { Emitter } from '../core/emitter.js';
import type { JoinOptions, SessionEvents } from '../core/session.js';
import { INITIAL_STATE, reduce, type SessionAction, type SessionState } from '../core/session-state.js';
import type { SessionPort } from './session-factory.js';

export class FakeSession extends Emitter<SessionEvents> implements SessionPort {
  state: SessionState = INITIAL_STATE;
  /** What was asked, as `join`, `setWanted camera false`, in order. */
  readonly asked: string[] = [];
  joinOptions: JoinOptions | undefined;
  closed = false;

  act(action: SessionAction): void {
    const previous = this.state;
    this.state = reduce(previous, action);
    if (this.state !== previous) this.emit('state', { state: this.state, previous });
  }

  /** As after the first `ready`: in the room, with these people, oneself being the first. */
  enter(participants: ParticipantRecord[]): void {
    const [you] = participants;
    if (!you) throw new RangeError('A room one is in holds at least oneself');
    this.act({ type: 'ready', ready: fakeReady(you, participants) });
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

  setWanted(source: MediaSource, wanted: boolean): void {
    this.asked.push(`setWanted ${source} ${wanted}`);
    const { track } = this.state.devices[source];
    const running = wanted && track ? { status: 'on' as const, track } : { status: 'off' as const };
    this.act({ type: 'device', source, device: { wanted, ...(track && { track }), ...running } });
  }

  setName(name: string): void {
    this.asked.push(`setName ${name}`);
  }

  close(): void {
    this.closed = true;
    for (const { track } of Object.values(this.state.devices)) track?.stop();
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
    media: { microphone: true, camera: true },
    rights: { publish: ['microphone', 'camera'], subscribe: true, publishData: true, admin: false },
    joinedAt: 1_700_000_000_000,
    ...change,
  };
}

function fakeReady(you: ParticipantRecord, participants: ParticipantRecord[]): ReadyMessage {
  return {
    protocol: 1,
    server: { version: '0.1.0', startedAt: 0 },
    engine: 'mesh',
    room: { name: 'standup', kind: 'meeting', capacity: 16, metadata: '', createdAt: 1_700_000_000_000 },
    you: you.id,
    resumeKey: 'resume-key',
    participants,
    links: [],
    iceServers: [],
  };
}
