/**
 * The port to wherever chat messages are kept. It only stores: it knows no rules and no clock. Every method is atomic by
 * itself. What is given in and out are copies as far as the caller is concerned: neither side changes a record it has
 * handed over.
 */
import type { ChatRecord } from '@video-room/protocol';

export interface StoredMessage {
  record: ChatRecord;
  /** Identities of those who may read it; absent: everybody in the room. */
  readers?: readonly string[];
}

/** How many messages of one room are kept; the oldest make room. */
export interface MessageBounds {
  /** Of those that everybody may read. */
  open: number;
  /** Of those with `readers`. */
  restricted: number;
}

export interface MessageStore {
  append(room: string, message: StoredMessage, bounds: MessageBounds): Promise<void>;
  /**
   * The last `most` messages that this person may read, in the order they were appended. Without a person, of those
   * that everybody may read.
   */
  list(room: string, most: number, identity?: string): Promise<ChatRecord[]>;
  /** Forgets all messages of the room. */
  drop(room: string): Promise<void>;
}
