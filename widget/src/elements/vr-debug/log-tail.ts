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
  rows: readonly LogEntry[] = [];
  /** How many match in all. */
  total = 0;
  /** When the oldest kept entry was written, in milliseconds since 1970; times are shown from there. */
  start = 0;
  readonly #host: ReactiveControllerHost & { debug?: RoomDebug };
  #arrived: LogEntry[] = [];
  #frame = 0;
  #paused = false;
  #ends: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & { debug?: RoomDebug }) {
    this.#host = host;
    host.addController(this);
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** While paused the rows stay as they are; recording goes on, and resuming shows what came meanwhile. */
  set paused(paused: boolean) {
    this.#paused = paused;
    if (!paused) this.#reload();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    const { debug } = this.#host;
    if (!debug) return;
    this.#ends = [
      debug.bus.listen((entry) => {
        if (this.#paused || !debug.matches(entry)) return;
        this.#arrived.push(entry);
        this.#schedule();
      }),
      debug.on('changed', () => this.#reload()),
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
    const entries = this.#host.debug?.entries() ?? [];
    this.#arrived = [];
    this.start = this.#host.debug?.bus.entries()[0]?.time ?? 0;
    this.total = entries.length;
    this.rows = entries.slice(-ROWS_MAX);
    this.#host.requestUpdate();
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.start ||= this.#arrived[0]?.time ?? 0;
      this.total += this.#arrived.length;
      this.rows = [...this.rows, ...this.#arrived].slice(-ROWS_MAX);
      this.#arrived = [];
      this.#host.requestUpdate();
    });
  }
}
