/**
 * A part of the element that is not needed for the first pictures: it is loaded when it is, or a while before. What happens
 * until it is there is kept for it, so it misses nothing; what could not be loaded is tried again.
 */
import { Logger, type LogBus } from '@video-room/log';
import type { SessionEvents } from '../../core/session-options.js';

type Change = SessionEvents['state'];

/** A part that wants to know what happens. */
interface Follower {
  changed?: (change: Change) => void;
}

const RETRY_AFTER_MS = 3_000;
const RETRY_AT_MOST_AFTER_MS = 60_000;

/** Steps that are kept one by one; of more, the oldest become one. */
const MOST_MISSED = 200;

export interface LazyPartOptions<Part> {
  name: string;
  load: () => Promise<Part>;
  bus: LogBus;
  /** It is there, or could not be loaded, or is to be asked for again. */
  onChange: () => void;
}

export class LazyPart<Part extends object> {
  /** Undefined until it is loaded. */
  part: Part | undefined;
  /** It could not be loaded so far; it is tried again by itself. */
  failed = false;
  readonly #options: LazyPartOptions<Part>;
  #loading: Promise<Part | undefined> | undefined;
  #missed: Change[] = [];
  #retryAfterMs = RETRY_AFTER_MS;

  constructor(options: LazyPartOptions<Part>) {
    this.#options = options;
  }

  /** A step of the session. @param needed whether it is needed from now on. */
  changed(change: Change, needed: boolean): void {
    if (this.part) return (this.part as Follower).changed?.(change);
    if (needed || this.#loading) this.#miss(change);
    if (needed) void this.load();
  }

  #miss(change: Change): void {
    this.#missed.push(change);
    if (this.#missed.length <= MOST_MISSED) return;
    const [first, second] = this.#missed.splice(0, 2);
    if (first && second) this.#missed.unshift({ state: second.state, previous: first.previous });
  }

  /** What is there of it now. Asking makes it come. */
  ask(): Part | undefined {
    void this.load();
    return this.part;
  }

  /** Undefined where it could not be loaded. */
  load(): Promise<Part | undefined> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<Part | undefined> {
    const { name, load, bus, onChange } = this.#options;
    try {
      const part = (this.part = await load());
      for (const change of this.#missed.splice(0)) (part as Follower).changed?.(change);
      return part;
    } catch (error) {
      this.failed = true;
      new Logger(bus, { category: 'session' }).error(`${name} not loaded`, { error: String(error) });
      setTimeout(() => {
        this.#loading = undefined;
        if (this.#missed.length > 0) void this.load();
        onChange();
      }, this.#retryAfterMs);
      this.#retryAfterMs = Math.min(RETRY_AT_MOST_AFTER_MS, this.#retryAfterMs * 2);
      return undefined;
    } finally {
      onChange();
    }
  }
}
