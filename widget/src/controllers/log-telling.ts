/**
 * Tells the page by `log-entries` what is recorded, so that a site can keep it with its own logs. Loaded when a page asks for
 * it; nothing is dispatched where it does not.
 */
import { isAtLeast, LEVELS, redact, type Level, type LogEntry } from '@video-room/log';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LogEntriesEvent } from '../events/log-entries.js';
import { withoutNames } from './masking.js';
import type { RoomDebug } from './room-debug.js';

/** What is recorded meanwhile is told at once, in milliseconds. */
const EVERY_MS = 1_000;
/** Entries told at once; of more, the oldest are dropped and counted. */
export const MOST_TOLD = 1_000;

type Host = ReactiveControllerHost & EventTarget & { readonly debug: RoomDebug };

export class LogTelling implements ReactiveController {
  readonly #host: Host;
  #level: Level | '' = '';
  /** The newest that was told, or needs not be. */
  #last = -1;
  #waiting: LogEntry[] = [];
  #dropped = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Tells what is recorded at this level or above: first what is kept and was not told, then all that comes. */
  from(level: Level | ''): void {
    if (level === this.#level) return;
    this.#level = level;
    this.#end?.();
    this.#end = undefined;
    const { bus } = this.#host.debug;
    if (!level) return this.#tell();
    if (!LEVELS.includes(level)) {
      const detail = { level: String(level), levels: LEVELS };
      return bus.write({ time: Date.now(), level: 'error', category: 'session', text: 'no such level', detail });
    }
    for (const entry of bus.entries()) this.#take(entry);
    this.#end = bus.listen((entry) => this.#take(entry));
  }

  hostConnected(): void {
    // The last moment at which a page that goes away is sure to be able to send something.
    document.addEventListener('visibilitychange', this.#onHidden);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onHidden);
  }

  readonly #onHidden = (): void => {
    if (document.visibilityState === 'hidden') this.#tell();
  };

  #take(entry: LogEntry): void {
    if (entry.id <= this.#last) return;
    this.#last = entry.id;
    if (!this.#level || !isAtLeast(entry.level, this.#level)) return;
    this.#waiting.push(entry);
    if (this.#waiting.length > MOST_TOLD) {
      this.#waiting.shift();
      this.#dropped += 1;
    }
    this.#timer ??= setTimeout(() => this.#tell(), EVERY_MS);
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#waiting;
    const dropped = this.#dropped;
    this.#waiting = [];
    this.#dropped = 0;
    if (entries.length === 0) return;
    const masked = redact(withoutNames(entries, this.#host.debug.aliases)) as LogEntry[];
    this.#host.dispatchEvent(new LogEntriesEvent(masked, dropped));
  }
}
