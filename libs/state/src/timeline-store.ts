/**
 * The port to wherever the timelines of rooms are kept: lines as each party told them, not yet merged. It only stores: it
 * knows no rules and no clock. Every method is atomic by itself. What is given in and out are copies as far as the caller
 * is concerned: neither side changes a record it has handed over.
 */
import type { LinkId, LogLine, ParticipantId } from '@video-room/protocol';

/** A line of a participant's log, or of the server's. */
export interface TimelineLine extends LogLine {
  /** Of the server's lines: who is at the other end of `link`. */
  peer?: ParticipantId;
  link?: LinkId;
}

/** Lines of one party, oldest first, in its own clock. */
export interface TimelineBatch {
  /** Who says so: a participant's id, or `server`. */
  from: string;
  /** Whose part of the room it takes up: lines of one share never push out those of a smaller one. */
  share: string;
  /** When it came, in milliseconds since 1970 by the server's clock. Batches come in the order of it. */
  storedAt: number;
  /** What the party says is to be added to its clock to get the server's, in milliseconds. */
  offsetMs: number;
  /** Lines the party had lost before these. */
  dropped: number;
  lines: readonly TimelineLine[];
}

/** Counted up over all batches of a store, in the order they came. */
export type NumberedBatch = TimelineBatch & { readonly number: number };

/** How much is kept; the oldest makes room. */
export interface TimelineBounds {
  /** Lines of one share of a room. */
  shareLines: number;
  /** Lines of one room, and their size as JSON in UTF-16 code units. The largest share makes room. */
  lines: number;
  size: number;
  /** Rooms. The one nothing was added to for longest goes as a whole. */
  rooms: number;
}

export interface StoredTimeline {
  /** In the order they came. */
  batches: NumberedBatch[];
  /** Lines that had to make room, and those that were lost before them. */
  displaced: number;
}

export interface TimelineStore {
  append(room: string, batch: TimelineBatch, bounds: TimelineBounds): Promise<void>;
  /** Undefined: nothing is kept of such a room. */
  read(room: string): Promise<StoredTimeline | undefined>;
  /** Forgets what came before that time, in milliseconds since 1970: of this room, or of every room. */
  forget(before: number, room?: string): Promise<void>;
}
