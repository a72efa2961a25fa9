/**
 * The newest entries that match, for as long as the overlay is there. Listens to the bus only then, and updates its
 * host at most once per animation frame however much is written.
 */
import type { LogEntry } from '@video-room/log';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomDebug } from '../../controllers/room-debug.js';

/** Most rows in the document at a time. */
export const ROWS_MAX = 500;

export class LogTail implements ReactiveController {
  /** Oldest first, at most `ROWS_MAX`. */
  rows: LogEntry[] = [];
  /** How many match in all. */
  total = 0;
  /** When the oldest kept entry was written, in milliseconds since 1970; times are shown from there. */
  start = 0;
  readonly #host: ReactiveControllerHost & { debug?: RoomDebug };
  #frame = 0;
  /** The newest entry there was when the rows were stopped; none while they run. */
  #until: number | undefined;
  #ends: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & { debug?: RoomDebug }) {
    this.#host = host;
    host.addController(this);
  }

  get paused(): boolean {
    return this.#until !== undefined;
  }

  /**
   * While paused the rows stay as they are, and a filter chooses among what there was; recording goes on, and resuming
   * shows what came meanwhile.
   */
  set paused(paused: boolean) {
    this.#until = paused ? (this.#host.debug?.bus.entries().at(-1)?.id ?? -1) : undefined;
    this.#reload();
  }

  hostConnected(): void {
    const { debug } = this.#host;
    if (!debug) return;
    this.#ends = [
      debug.bus.listen((entry) => {
        if (!this.paused && debug.matches(entry)) this.#take(entry);
      }),
      debug.on('changed', () => this.#reload()),
      debug.on('people', () => (this.paused ? this.#host.requestUpdate() : this.#reload())),
    ];
    this.#reload();
  }

  hostDisconnected(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #reload(): void {
    const { debug } = this.#host;
    const until = this.#until ?? Infinity;
    const entries = (debug?.entries() ?? []).filter(({ id }) => id <= until);
    this.start = debug?.bus.entries()[0]?.time ?? 0;
    this.total = entries.length;
    this.rows = entries.slice(-ROWS_MAX);
    this.#host.requestUpdate();
  }

  #take(entry: LogEntry): void {
    this.start ||= entry.time;
    this.total += 1;
    this.rows.push(entry);
    if (this.rows.length > ROWS_MAX) this.rows.shift();
    // A hidden tab has no frames, for hours.
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#host.requestUpdate();
    });
  }
}
