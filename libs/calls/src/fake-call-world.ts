/** A world for tests: who is there is said by the test, what calls do to it can be looked at. */
import {
  DEFAULT_CHOICES,
  ProtocolError,
  type Choices,
  type ParticipantId,
  type RoomKind,
  type RoomRecord,
} from '@video-room/protocol';
import type { CallWorld, Presence } from './call-world.js';

export class FakeCallWorld implements CallWorld {
  /** What the next change is refused with, as if the rooms had failed. */
  fault: Error | undefined;
  /** Whether somebody more can be let in. */
  isFull = false;
  /** Presences of the one room. Names are identity and device: `ann 1` is the first device of `ann`. */
  readonly #there = new Map<ParticipantId, Presence>();
  #room: RoomRecord | undefined;

  constructor(kind: RoomKind = 'call') {
    const more = { capacity: 12, metadata: '', showWatchers: false, createdAt: 1 };
    this.#room = { name: 'r', kind, access: 'open', ...more };
  }

  enter(
    participant: ParticipantId,
    more: Partial<Omit<Presence, 'choices'>> & { choices?: Partial<Choices> } = {},
  ): void {
    const [identity = participant] = participant.split(' ');
    const seat = { participant, identity, name: identity.toUpperCase(), online: true, admin: false, publishes: true };
    const choices = { ...DEFAULT_CHOICES, ...more.choices };
    this.#there.set(participant, { ...seat, hidden: false, admitted: true, ...more, choices });
  }

  exit(participant: ParticipantId): void {
    this.#there.delete(participant);
  }

  endRoom(): void {
    this.#room = undefined;
    this.#there.clear();
  }

  change(
    participant: ParticipantId,
    change: Partial<Omit<Presence, 'choices'>> & { choices?: Partial<Choices> },
  ): void {
    const old = this.#there.get(participant);
    if (!old) return;
    this.#there.set(participant, { ...old, ...change, choices: { ...old.choices, ...change.choices } });
  }

  at(participant: ParticipantId): Presence | undefined {
    return this.#there.get(participant);
  }

  everybody(): Presence[] {
    return [...this.#there.values()];
  }

  room(room: string): Promise<RoomRecord | undefined> {
    return Promise.resolve(room === 'r' ? this.#room : undefined);
  }

  presences(room: string): Promise<Presence[]> {
    return Promise.resolve(room === 'r' ? this.everybody() : []);
  }

  setTalk(_room: string, participants: ParticipantId[], talk: string | undefined): Promise<void> {
    return this.#act(() => participants.forEach((participant) => this.change(participant, { talk })));
  }

  checkHasSeat(): Promise<void> {
    return this.isFull ? Promise.reject(new ProtocolError('room-full', 'full')) : Promise.resolve();
  }

  admit(_room: string, participant: ParticipantId): Promise<void> {
    return this.#act(() => this.change(participant, { admitted: true }));
  }

  setStage(_room: string, participant: ParticipantId, on: boolean): Promise<void> {
    return this.#act(() => this.change(participant, { publishes: on }));
  }

  #act(change: () => void): Promise<void> {
    const { fault } = this;
    this.fault = undefined;
    if (fault) return Promise.reject(fault);
    change();
    return Promise.resolve();
  }
}
