/** Chat messages in this process's memory: gone when it ends, and enough for one server. */
/* eslint-disable @typescript-eslint/require-await -- the port is asynchronous for drivers that have to wait */
import type { ChatRecord } from '@video-room/protocol';
import type { MessageBounds, MessageStore, StoredMessage } from '../message-store.js';

/** The two sorts of messages of a room, each in the order they came. */
interface RoomMessages {
  open: Set<StoredMessage>;
  restricted: Set<StoredMessage>;
}

/** Most messages of all rooms together, about 200 MB of the longest. */
const MOST_MESSAGES = 50_000;

export class MemoryMessageStore implements MessageStore {
  readonly #rooms = new Map<string, RoomMessages>();
  /** Where the messages of all rooms are, in the order they came, which they are numbered by. */
  readonly #all = new Map<StoredMessage, { room: string; number: number }>();
  readonly #most: number;
  #last = 0;

  /** @param most messages of all rooms together; the oldest ones make room. */
  constructor(most = MOST_MESSAGES) {
    this.#most = most;
  }

  async append(room: string, message: StoredMessage, bounds: MessageBounds): Promise<void> {
    let messages = this.#rooms.get(room);
    if (!messages) this.#rooms.set(room, (messages = { open: new Set(), restricted: new Set() }));
    const sort = message.readers ? 'restricted' : 'open';
    messages[sort].add(message);
    this.#all.set(message, { room, number: (this.#last += 1) });
    if (messages[sort].size > bounds[sort]) this.#forgetFirst(messages[sort]);
    if (this.#all.size > this.#most) this.#forgetFirst(this.#all.keys());
  }

  async list(room: string, most: number, identity?: string): Promise<ChatRecord[]> {
    const { open = [], restricted = [] } = this.#rooms.get(room) ?? {};
    const readable = [...restricted].filter(({ readers }) => identity !== undefined && readers?.includes(identity));
    const all = readable.length > 0 ? [...open, ...readable].sort((one, other) => this.#order(one, other)) : [...open];
    return all.slice(Math.max(0, all.length - most)).map(({ record }) => record);
  }

  async drop(room: string): Promise<void> {
    const { open = [], restricted = [] } = this.#rooms.get(room) ?? {};
    for (const message of [...open, ...restricted]) this.#all.delete(message);
    this.#rooms.delete(room);
  }

  #order(one: StoredMessage, other: StoredMessage): number {
    return (this.#all.get(one)?.number ?? 0) - (this.#all.get(other)?.number ?? 0);
  }

  #forgetFirst([first]: Iterable<StoredMessage>): void {
    const place = first && this.#all.get(first);
    if (!place) return;
    this.#all.delete(first);
    const messages = this.#rooms.get(place.room);
    messages?.open.delete(first);
    messages?.restricted.delete(first);
    if (messages?.open.size === 0 && messages.restricted.size === 0) this.#rooms.delete(place.room);
  }
}
