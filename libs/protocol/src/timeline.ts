/** Telling the log: what pages say for the timeline of a room, and what is said of it. */
import type { LinkId, ParticipantId } from './records.js';

/** What may stand in a line of a log beside its words: any particulars as plain JSON, masked by whoever says them. */
export type LineDetail = Readonly<Record<string, unknown>>;

/** One line of a participant's log, as its page tells it. */
export interface LogLine {
  /** Milliseconds since 1970 by the page's clock. */
  time: number;
  level: string;
  category: string;
  /** Whom it is about, if it is about somebody else. */
  person?: ParticipantId;
  /** A few fixed words. */
  text: string;
  detail?: LineDetail;
  /** Names the signal that led to it, as `link:seq`. */
  cause?: string;
}

/** One line of a room's timeline: of a participant's log, or of what the server did. */
export interface TimelineRecord {
  /** Milliseconds since 1970 by the server's clock, corrected by what is known of the other clock. */
  at: number;
  /** Who says so: a participant's id, or `server`. */
  from: string;
  level: string;
  category: string;
  text: string;
  /** Whom it is about. Of the server: the one it happened to, or who did it. */
  person?: ParticipantId;
  /** Who is at the other end of `link`. */
  peer?: ParticipantId;
  link?: LinkId;
  /** Names the signal it is about, as `link:seq`: the same at both ends and on the server. */
  cause?: string;
  detail?: LineDetail;
}

/** What of a log the server takes; more is refused. */
export interface TimelineLimits {
  /** Lines of one `log`. */
  lines: number;
  /** Bytes of one `log`, as JSON in UTF-8. */
  bytes: number;
  /** `log` messages in a minute. */
  batchesPerMinute: number;
}

/** Asks what time it is. Answered with `now`. */
export type ClockMessage = Record<string, never>;

/** Some lines of the sender's log, oldest first, for the room's timeline. Masked: see docs/protocol.md. */
export interface LogMessage {
  /** What to add to the sender's clock to get the server's, in milliseconds, as far as it could measure. */
  offsetMs: number;
  /** Lines that were lost before these: there were more than could be sent. */
  dropped: number;
  lines: LogLine[];
}

/** Asks for what is known of one of the sender's links. Answered with `entries`. */
export interface TimelineMessage {
  link: LinkId;
}
