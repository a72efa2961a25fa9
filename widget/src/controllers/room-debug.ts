/**
 * The `debug` object of an element: the log from the console, and what the overlay shows. Works before the overlay is
 * loaded; knows no element.
 */
import type { Level, LogBus, LogEntry } from '@video-room/log';
import { Emitter } from '../core/emitter.js';
import { INITIAL_STATE, type SessionState } from '../core/session-state.js';
import type { PreflightResult } from '../core/preflight/finding.js';
import type { PreflightOptions } from '../core/preflight/run-preflight.js';
import type { LinkHistory } from '../core/stats/link-history.js';
import type { LinkSample } from '../core/stats/link-sample.js';
import type { LinkTimeline } from '../core/timeline/room-timeline.js';
import type { ExportOptions } from './debug-export.js';
import { matcherFor, type LogFilter, type LogPerson } from './log-filter.js';

/** People remembered by name after they left, so that their lines stay readable. */
const PEOPLE_KEPT = 500;
const ALIASES_KEPT = 5_000;

interface RoomDebugEvents {
  /** Filter or the kept entries changed as a whole; a new entry alone is told by the bus. */
  changed: undefined;
  /** Somebody new, or with another name: what is shown of a person may read otherwise. */
  people: undefined;
}

/** What the links did lately. */
export type DebugHistory = Pick<LinkHistory, 'links' | 'dump'>;

/** What the overlay shows beside the log. */
export interface DebugSources {
  /** Undefined while there are no links. */
  history?: () => DebugHistory | undefined;
  /** What both ends say of links; undefined where nobody has agreed to tell. */
  timeline?: () => LinkTimeline | undefined;
  /** Until when things can have happened, in milliseconds since 1970; default `Date.now`. */
  now?: () => number;
  preflight?: (options: PreflightOptions) => Promise<PreflightResult>;
}

class Changes extends Emitter<RoomDebugEvents> {
  tell(what: keyof RoomDebugEvents): void {
    this.emit(what, undefined);
  }
}

export class RoomDebug {
  /** For what shows the log. */
  readonly changes = new Changes();
  /** Where everything is recorded, always. */
  readonly bus: LogBus;
  /** What everybody knows of the room by now. */
  state: SessionState = INITIAL_STATE;
  /** Looks whether a call would work. */
  readonly preflight: DebugSources['preflight'];
  readonly now: () => number;
  readonly #setOpen: (open: boolean) => void;
  readonly #history: () => DebugHistory | undefined;
  readonly #timeline: DebugSources['timeline'];
  readonly #people = new Map<string, LogPerson>();
  /** What whoever was here was ever called, and what stands for it where names are masked. */
  readonly #aliases = new Map<string, string>();
  #numbered = 0;
  #filter: LogFilter = {};
  #printing: (() => void) | undefined;
  #matches: (entry: LogEntry) => boolean = () => true;

  constructor(
    bus: LogBus,
    setOpen: (open: boolean) => void,
    { history, timeline, preflight, now = Date.now }: DebugSources = {},
  ) {
    this.bus = bus;
    this.#setOpen = setOpen;
    this.#history = history ?? (() => undefined);
    this.#timeline = timeline;
    this.preflight = preflight;
    this.now = now;
  }

  /** What the links did in the last two minutes, by the other person, oldest first. */
  get links(): ReadonlyMap<string, readonly LinkSample[]> {
    return this.#history()?.links ?? new Map();
  }

  /** What both ends say of links, and the server; undefined where nobody has agreed to tell. */
  get timeline(): LinkTimeline | undefined {
    return this.#timeline?.();
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
    this.changes.tell('changed');
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
    this.changes.tell('changed');
  }

  /** The recorded entries that match the filter, oldest first. */
  entries(): LogEntry[] {
    return this.bus.entries().filter(this.#matches);
  }

  matches(entry: LogEntry): boolean {
    return this.#matches(entry);
  }

  /** Calls `listener` with every record from now on, whatever the filter. Returns what ends it. */
  on(listener: (entry: LogEntry) => void): () => void {
    return this.bus.listen(listener);
  }

  /** Writes a line of one's own into the log: what one was about to try, say. */
  mark(text: string): void {
    this.bus.write({ time: Date.now(), level: 'info', category: 'session', text: 'mark', detail: { words: text } });
  }

  /**
   * Prints what is recorded from now on to the console, from this level on; without an argument no more.
   *
   * @throws RangeError if the level does not exist.
   */
  print(level?: Level): void {
    this.#printing?.();
    const matches = level && matcherFor({ level }, []);
    this.#printing =
      matches &&
      this.bus.listen((entry) => {
        if (matches(entry)) void import('./print-entry.js').then(({ printEntry }) => printEntry(entry, this.#people));
      });
  }

  /**
   * Everything that matches, what the links did, and what they run on, as JSON text fit to be sent to somebody: names,
   * addresses, tokens and credentials are masked unless `options` says otherwise.
   */
  async export(options: ExportOptions = {}): Promise<string> {
    const { debugExport } = await import('./debug-export.js');
    const { people, state } = this;
    const aliases = this.#aliases;
    const source = { entries: this.entries(), filter: this.#filter, aliases, people, state, history: this.#history() };
    return debugExport(source, options);
  }

  /** What stands for each name and identity, and for the room's name, where they are masked. */
  get aliases(): ReadonlyMap<string, string> {
    return this.#aliases;
  }

  /** Learns the people of a state. */
  learn(state: SessionState): void {
    this.state = state;
    const { participants, you, room } = state;
    if (room?.name) this.#aliases.set(room.name, 'room');
    let learned = false;
    for (const { id, identity, name } of participants.values()) {
      const known = this.#people.get(id);
      if (known?.name === name) continue;
      const alias =
        (known && this.#aliases.get(known.name)) ?? this.#aliases.get(identity) ?? `person ${(this.#numbered += 1)}`;
      for (const word of [name, identity]) if (!this.#aliases.has(word)) this.#aliases.set(word, alias);
      this.#people.set(id, { id, identity, name, own: id === you });
      learned = true;
    }
    if (!learned) return;
    for (const id of this.#people.keys()) if (this.#people.size > PEOPLE_KEPT) this.#people.delete(id);
    for (const word of this.#aliases.keys()) if (this.#aliases.size > ALIASES_KEPT) this.#aliases.delete(word);
    this.#matches = matcherFor(this.#filter, this.#people.values());
    this.changes.tell('people');
  }
}
