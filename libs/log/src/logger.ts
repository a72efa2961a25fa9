import type { LogBus } from './bus.js';
import type { Level, LogEntry } from './entry.js';

/** What every line of a logger shares. */
export type LogContext = Pick<LogEntry, 'category' | 'person' | 'cause' | 'own'>;

type Detail = LogEntry['detail'];

/**
 * Writes to a bus with a bound context, so that lines need not repeat category and person. Parts are given a logger;
 * they never make a bus.
 */
export class Logger {
  readonly #bus: LogBus;
  readonly #context: LogContext;
  readonly #now: () => number;

  /** @param now clock in milliseconds since 1970; default `Date.now`. */
  constructor(bus: LogBus, context: LogContext, now: () => number = Date.now) {
    this.#bus = bus;
    this.#context = context;
    this.#now = now;
  }

  /** A logger on the same bus whose lines carry `context` besides. */
  with(context: Partial<LogContext>): Logger {
    return new Logger(this.#bus, { ...this.#context, ...context }, this.#now);
  }

  debug(text: string, detail?: Detail): void {
    this.#write('debug', text, detail);
  }

  info(text: string, detail?: Detail): void {
    this.#write('info', text, detail);
  }

  warn(text: string, detail?: Detail): void {
    this.#write('warn', text, detail);
  }

  error(text: string, detail?: Detail): void {
    this.#write('error', text, detail);
  }

  #write(level: Level, text: string, detail: Detail): void {
    const entry: Omit<LogEntry, 'id'> = { time: this.#now(), level, ...this.#context, text };
    if (detail) entry.detail = detail;
    this.#bus.write(entry);
  }
}
