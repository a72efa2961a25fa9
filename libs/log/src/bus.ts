import type { LogEntry } from './entry.js';

export type LogListener = (entry: LogEntry) => void;

/**
 * Ring buffer of the newest entries, with listeners. Writing costs one array store while nobody listens.
 */
export class LogBus {
  readonly #ring: (LogEntry | undefined)[];
  readonly #listeners = new Set<LogListener>();
  #written = 0;
  #clearedAt = 0;

  /** @param capacity entries kept; at least 1, default 10,000. */
  constructor(capacity = 10_000) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('capacity must be a positive integer');
    this.#ring = new Array<LogEntry | undefined>(capacity);
  }

  write(entry: Omit<LogEntry, 'id'>): void {
    const numbered: LogEntry = { id: this.#written, ...entry };
    this.#ring[this.#written % this.#ring.length] = numbered;
    this.#written += 1;
    for (const listener of this.#listeners) listener(numbered);
  }

  /** The kept entries, oldest first. */
  entries(): LogEntry[] {
    const first = Math.max(this.#clearedAt, this.#written - this.#ring.length);
    const entries: LogEntry[] = [];
    for (let id = first; id < this.#written; id += 1) {
      const entry = this.#ring[id % this.#ring.length];
      if (entry) entries.push(entry);
    }
    return entries;
  }

  clear(): void {
    this.#ring.fill(undefined);
    this.#clearedAt = this.#written;
  }

  /** Calls `listener` for every entry from now on. Returns what ends it. */
  listen(listener: LogListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
