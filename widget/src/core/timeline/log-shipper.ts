/**
 * Sends a log in batches: calmly, no more than the server takes, and nothing it has not asked for. What waits is bounded;
 * the oldest is dropped and counted. Writes no line itself, or it would never end.
 */
import type { LogBus, LogEntry } from '@video-room/log';
import { LIMITS, type LogLine, type LogMessage, type Reply, type TimelineLimits } from '@video-room/protocol';

/** Milliseconds from one batch to the next, at least. */
const EVERY_MS = 3_000;
/** Entries that wait, for a server that is not to be reached. */
const MOST_WAITING = 2_000;
/** What a batch holds beside its lines, in bytes. */
const ENVELOPE_BYTES = 256;

export interface LogShipperOptions {
  bus: Pick<LogBus, 'listen'>;
  limits: TimelineLimits;
  /** Undefined: it could not be sent, or nobody knows whether it came. */
  send: (log: LogMessage) => Promise<Reply | undefined>;
  /** What may leave the page of an entry. */
  lineOf: (entry: LogEntry) => LogLine;
  /** Whether the room keeps a timeline still: what is written while it does not is nobody's. */
  isKept: () => boolean;
  /** What to add to this clock to get the server's, in milliseconds; undefined: not measured yet. */
  offsetMs: () => number | undefined;
  /** An entry was written: whoever is named in it is known now. */
  onEntry?: () => void;
}

export class LogShipper {
  readonly #options: LogShipperOptions;
  readonly #everyMs: number;
  readonly #stopListening: () => void;
  #waiting: LogEntry[];
  #dropped = 0;
  /** Batches without an answer: more than one only if one leaves meanwhile. */
  #underWay = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWanted = true;

  /** @param earlier what is to be sent of what was written before. */
  constructor(options: LogShipperOptions, earlier: readonly LogEntry[]) {
    this.#options = options;
    this.#everyMs = Math.max(EVERY_MS, 60_000 / options.limits.batchesPerMinute);
    this.#waiting = [...earlier];
    this.#bound();
    this.#stopListening = options.bus.listen((entry) => {
      options.onEntry?.();
      if (!this.#isWanted || !options.isKept()) return;
      this.#waiting.push(entry);
      this.#bound();
      this.#sendLater(this.#everyMs);
    });
    if (this.#waiting.length > 0) this.#sendLater(this.#everyMs);
  }

  /** The server wants it again, after it did not. What was written meanwhile it does not get. */
  resume(): void {
    this.#isWanted = true;
  }

  /** Sends what there is room for at once: one is about to leave. */
  flush(): void {
    if (this.#isWanted) void this.#send();
  }

  close(): void {
    this.#stopListening();
    this.#isWanted = false;
    this.#waiting = [];
    clearTimeout(this.#timer);
  }

  #bound(): void {
    const tooMany = this.#waiting.length - MOST_WAITING;
    if (tooMany <= 0) return;
    this.#waiting.splice(0, tooMany);
    this.#dropped += tooMany;
  }

  /** Once the last batch that is under way has come. */
  #sendLater(delayMs: number): void {
    if (this.#underWay === 0) this.#timer ??= setTimeout(() => void this.#send(), delayMs);
  }

  async #send(): Promise<void> {
    const { send, isKept, offsetMs } = this.#options;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!isKept()) this.#waiting = [];
    if (this.#waiting.length === 0) return;
    const [entries, lines] = this.#takeBatch();
    const dropped = Math.min(this.#dropped, LIMITS.lostLines);
    this.#dropped = 0;
    this.#underWay += 1;
    const reply = await send({ offsetMs: offsetMs() ?? 0, dropped, lines });
    this.#underWay -= 1;
    let delayMs = this.#everyMs;
    if (!reply || (!reply.ok && reply.error.retryAfterMs !== undefined)) {
      // Later, with what came meanwhile behind it.
      this.#dropped += dropped;
      this.#waiting.unshift(...entries);
      this.#bound();
      delayMs = Math.max(delayMs, (reply && !reply.ok && reply.error.retryAfterMs) || 0);
    } else if (!reply.ok) {
      this.#isWanted = reply.error.code !== 'not-allowed';
      this.#dropped += dropped + entries.length;
      if (!this.#isWanted) this.#waiting = [];
    }
    if (this.#isWanted && this.#waiting.length > 0) this.#sendLater(delayMs);
  }

  /** As many of the oldest as the server takes at once. */
  #takeBatch(): [LogEntry[], LogLine[]] {
    const { limits, lineOf } = this.#options;
    const lines: LogLine[] = [];
    let bytes = ENVELOPE_BYTES;
    for (const entry of this.#waiting) {
      const line = lineOf(entry);
      bytes += new TextEncoder().encode(JSON.stringify(line)).length + 1;
      if (lines.length >= limits.lines || (bytes > limits.bytes && lines.length > 0)) break;
      lines.push(line);
    }
    return [this.#waiting.splice(0, lines.length), lines];
  }
}
