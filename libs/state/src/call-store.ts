/**
 * The port to wherever calls are kept. It only stores: it knows no rules and no clock. Every method is atomic by
 * itself. A record without `endedAt` is open, one with it has finished. What is given in and out are copies as far as
 * the caller is concerned: neither side changes a record it has handed over.
 */
import type { CallId, CallRecord, CallState } from '@video-room/protocol';

export interface CallBounds {
  /** Most finished calls of one room. */
  most: number;
  /** Calls that ended before this, in milliseconds since 1970, are forgotten in every room. */
  endedBefore: number;
}

export interface CallStore {
  /** Stores a new call. False if the room has one of that id, which then stays as it is. */
  addCall(room: string, call: CallRecord): Promise<boolean>;
  getCall(room: string, call: CallId): Promise<CallRecord | undefined>;
  /**
   * Replaces a call if its state is still `from`. Of several callers who want to leave the same state, one gets true:
   * this is the one step that decides who was first. A call must leave its state with every replacement.
   */
  replaceCall(room: string, call: CallRecord, from: CallState): Promise<boolean>;
  /** All calls of a room, oldest first. Empty for a room without calls. */
  calls(room: string): Promise<CallRecord[]>;
  /** Those that have not finished, oldest first. */
  openCalls(room: string): Promise<CallRecord[]>;
  /**
   * Forgets finished calls: those of this room that ended first, and those of every room that ended long ago. Calls are
   * taken to have ended in the order in which they were written down so.
   */
  trimCalls(room: string, bounds: CallBounds): Promise<void>;
}
