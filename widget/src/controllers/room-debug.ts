/**
 * The `debug` object of an element: the log from the console, and what the overlay shows. Works before the overlay is
 * loaded; knows no element.
 */
import { redact, type LogBus, type LogEntry } from '@video-room/log';
import { Emitter } from '../core/emitter.js';
import type { SessionState } from '../core/session-state.js';
import { matcherFor, type LogFilter, type LogPerson } from './log-filter.js';

/** People remembered by name after they left, so that their lines stay readable. */
const PEOPLE_KEPT = 500;

interface RoomDebugEvents {
  /** Filter or the kept entries changed as a whole; a new entry alone is told by the bus. */
  changed: undefined;
  /** Somebody new, or with another name: what is shown of a person may read otherwise. */
  people: undefined;
}

export class RoomDebug extends Emitter<RoomDebugEvents> {
  /** Where everything is recorded, always. */
  readonly bus: LogBus;
  readonly #setOpen: (open: boolean) => void;
  readonly #people = new Map<string, LogPerson>();
  #filter: LogFilter = {};
  #matches: (entry: LogEntry) => boolean = () => true;

  constructor(bus: LogBus, setOpen: (open: boolean) => void) {
    super();
    this.bus = bus;
    this.#setOpen = setOpen;
  }

  /** Opens the overlay. */
  start(): void {
    this.#setOpen(true);
  }

  /** Closes the overlay. Recording goes on. */
  stop(): void {
    this.#setOpen(false);
  }

  /**
   * Shows only what matches, until the next call; without an argument everything. Returns what matches now.
   *
   * @throws RangeError if a category or level does not exist.
   */
  filter(filter: LogFilter = {}): LogEntry[] {
    this.#matches = matcherFor(filter, this.#people.values());
    this.#filter = { ...filter };
    this.emit('changed', undefined);
    return this.entries();
  }

  /** The filter that is set. */
  get criteria(): Readonly<LogFilter> {
    return this.#filter;
  }

  /** Everybody seen so far, the newest last. */
  get people(): LogPerson[] {
    return [...this.#people.values()];
  }

  /** Forgets everything recorded so far. */
  clear(): void {
    this.bus.clear();
    this.emit('changed', undefined);
  }

  /** The recorded entries that match the filter, oldest first. */
  entries(): LogEntry[] {
    return this.bus.entries().filter(this.#matches);
  }

  matches(entry: LogEntry): boolean {
    return this.#matches(entry);
  }

  /** The same as JSON text fit to be sent to somebody: tokens, credentials and addresses are masked. */
  export(): string {
    const people = this.people.map(({ id, name, own }) => ({ id, name, own }));
    const content = { exportedAt: new Date().toISOString(), filter: this.#filter, people, entries: this.entries() };
    return JSON.stringify(redact(content), undefined, 2);
  }

  /** Learns the people of a state. */
  learn({ participants, you }: SessionState): void {
    let learned = false;
    for (const { id, identity, name } of participants.values()) {
      const known = this.#people.get(id);
      if (known?.name === name) continue;
      this.#people.set(id, { id, identity, name, own: id === you });
      learned = true;
    }
    if (!learned) return;
    for (const id of this.#people.keys()) if (this.#people.size > PEOPLE_KEPT) this.#people.delete(id);
    this.#matches = matcherFor(this.#filter, this.#people.values());
    this.emit('people', undefined);
  }
}
