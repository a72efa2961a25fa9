/**
 * One line of the log, the same in server and browser. No console, no DOM, no clock of its own.
 */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/**
 * error: a person notices. warn: something went wrong and recovered by itself. info: one line per lifecycle change.
 * debug: each step.
 */
export type Level = (typeof LEVELS)[number];

/**
 * What a line is about. `session`: coming, going and the page. `signal`: messages of the socket. `negotiate`: offers and
 * answers. `ice`: addresses and paths. `track`: what is sent and arrives. `device`: one's own camera, microphone and screen.
 * `permission`: what the browser lets the page have. `timer`: what will be done if nothing happens before. `decision`: what
 * was chosen where another choice was possible, and why.
 */
export const CATEGORIES = [
  'session',
  'signal',
  'negotiate',
  'ice',
  'track',
  'device',
  'permission',
  'timer',
  'decision',
] as const;
export type Category = (typeof CATEGORIES)[number];

export interface LogEntry {
  /** Counts up within one bus. */
  id: number;
  /** Milliseconds since 1970. */
  time: number;
  level: Level;
  category: Category;
  /** Participant id of the person the line is about; absent when it is about oneself or the room. */
  person?: string;
  /** What happened, in a few fixed words: the same event always has the same text. */
  text: string;
  /** The particulars, as plain data. */
  detail?: Readonly<Record<string, unknown>>;
  /**
   * Names the message that led to this line, as `link:seq`, in both browsers and on the server. Both ends of a link count
   * from 1: whose it is says `own`.
   */
  cause?: string;
  /** The message that `cause` names is one's own; absent: the other end's. */
  own?: true;
}

/** Whether `level` is at least as grave as `threshold`. */
export function isAtLeast(level: Level, threshold: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(threshold);
}
