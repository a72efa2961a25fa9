/**
 * Chat, reactions and data messages: who says what to whom, and what is kept of it. What is said in a room happens one
 * after the other, so all hear it in the same order.
 */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import {
  LIMITS,
  type ChatMessage,
  type ChatRecord,
  type DataMessage,
  type ParticipantId,
  type ReactMessage,
  type ServerMessage,
} from '@video-room/protocol';
import { Turns, type MessageStore } from '@video-room/state';
import { audienceOf, receiversOf, speakerOf, type Audience, type Voice } from './audience.js';
import type { ChatWorld, Person } from './chat-world.js';

export type { Voice } from './audience.js';

export type Said = Extract<ServerMessage, { type: 'chat' | 'reaction' | 'data' }>;

export interface ChatEvents {
  /** Emitted in order, room by room. `everybody`: all who are let in, but not `except`. */
  said: [{ room: string; to: 'everybody' | ParticipantId[]; except?: ParticipantId | undefined; said: Said }];
}

const BOUNDS = { open: LIMITS.keptMessages, restricted: LIMITS.keptPrivateMessages };

export class Chat extends EventEmitter<ChatEvents> {
  readonly #store: MessageStore;
  readonly #world: ChatWorld;
  readonly #now: () => number;
  readonly #turns = new Turns();

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(store: MessageStore, world: ChatWorld, now: () => number = Date.now) {
    super();
    this.#store = store;
    this.#world = world;
    this.#now = now;
  }

  /** Writes to all who hear this voice, or to one person. Throws `not-allowed`, `no-such-participant`. */
  say(room: string, voice: Voice, { text, to }: ChatMessage): Promise<ChatRecord> {
    return this.#turns.take(room, async () => {
      const audience = await audienceOf(this.#world, room, voice);
      const [receiver] = to === undefined ? [] : await receiversOf(this.#world, room, audience, [to]);
      const { from } = audience;
      const record: ChatRecord = {
        id: randomBytes(12).toString('base64url'),
        at: this.#now(),
        from,
        ...(receiver && { to: speakerOf(receiver) }),
        text,
      };
      const hearers = receiver ? await this.#devicesOf(room, [from.identity, receiver.identity]) : audience.hearers;
      const readers = hearers === 'everybody' ? undefined : [...new Set(hearers.map(({ identity }) => identity))];
      await this.#store.append(room, { record, ...(readers && { readers }) }, BOUNDS);
      this.emit('said', { room, to: idsOf(hearers), said: { type: 'chat', payload: record } });
      return record;
    });
  }

  /** Throws `not-allowed`. */
  react(room: string, voice: Voice, { emoji }: ReactMessage): Promise<void> {
    return this.#turns.take(room, async () => {
      const { from, hearers } = await audienceOf(this.#world, room, voice);
      this.emit('said', { room, to: idsOf(hearers), said: { type: 'reaction', payload: { from, emoji } } });
    });
  }

  /** Brings a page's data to all others who hear this voice, or to those named. Throws as `say` does. */
  send(room: string, voice: Voice, { topic, payload, to }: DataMessage): Promise<void> {
    return this.#turns.take(room, async () => {
      const audience = await audienceOf(this.#world, room, voice);
      const { from } = audience;
      const receivers = to ? await receiversOf(this.#world, room, audience, to) : audience.hearers;
      const said: Said = { type: 'data', payload: { topic, payload, ...(from.participant && { from }) } };
      this.emit('said', { room, to: idsOf(receivers), except: to ? undefined : from.participant, said });
    });
  }

  /**
   * Calls `use` with what this person may read, at a moment when nothing is said in the room, so that everything said
   * later is news.
   */
  look<Result>(room: string, identity: string, use: (messages: ChatRecord[]) => Promise<Result>): Promise<Result> {
    return this.#turns.take(room, async () =>
      use(lastOf(await this.#store.list(room, LIMITS.historyMessages, identity))),
    );
  }

  /** The last messages that were to everybody, oldest first. */
  messages(room: string): Promise<ChatRecord[]> {
    return this.#store.list(room, LIMITS.historyMessages);
  }

  /** The room is gone. */
  drop(room: string): Promise<void> {
    return this.#turns.take(room, () => this.#store.drop(room));
  }

  async #devicesOf(room: string, identities: readonly string[]): Promise<Person[]> {
    const people = await this.#world.people(room);
    return people.filter(({ admitted, identity }) => admitted && identities.includes(identity));
  }
}

const idsOf = (hearers: Audience['hearers']) =>
  hearers === 'everybody' ? hearers : hearers.map(({ participant }) => participant);

/** The newest that are not too long together: a client must be able to read them at once. */
function lastOf(messages: ChatRecord[]): ChatRecord[] {
  let length = 0;
  const first = messages.findLastIndex(({ text }) => (length += text.length) > LIMITS.historyLength);
  return messages.slice(first + 1);
}
