/**
 * The entries that match, for as long as the list is there. Listens to the bus only then, and updates its host at most once
 * per animation frame however much is written.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { LogLines } from './log-lines.js';

/** Most lines kept: as many as the bus has. */
export const LINES_MAX = 10_000;

export class LogTail implements ReactiveController {
  /** Oldest first, at most `LINES_MAX`. */
  lines = new LogLines();
  /** When the oldest kept entry was written, in milliseconds since 1970; times are shown from there. */
  start = 0;
  readonly #host: ReactiveControllerHost & { debug?: RoomDebug };
  #frame = 0;
  /** The newest entry there was when the lines were stopped; none while they run. */
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
   * While paused the lines stay as they are, and a filter chooses among what there was; recording goes on, and resuming
   * shows what came meanwhile.
   */
  set paused(paused: boolean) {
    if (paused === this.paused) return;
    this.#until = paused ? (this.#host.debug?.bus.entries().at(-1)?.id ?? -1) : undefined;
    this.#reload();
  }

  hostConnected(): void {
    const { debug } = this.#host;
    if (!debug) return;
    this.#ends = [
      debug.bus.listen((entry) => {
        if (this.paused || !debug.matches(entry)) return;
        this.start ||= entry.time;
        this.lines.add(entry);
        this.lines.keep(LINES_MAX);
        // A hidden tab has no frames, for hours.
        this.#frame ||= requestAnimationFrame(() => {
          this.#frame = 0;
          this.#host.requestUpdate();
        });
      }),
      debug.changes.on('changed', () => this.#reload()),
      debug.changes.on('people', () => (this.paused ? this.#host.requestUpdate() : this.#reload())),
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
    this.start = debug?.bus.entries()[0]?.time ?? 0;
    this.lines = new LogLines((debug?.entries() ?? []).filter(({ id }) => id <= until));
    this.#host.requestUpdate();
  }
}
