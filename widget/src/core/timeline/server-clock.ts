/** How far this computer's clock is from the server's, measured over the socket. */

/** One question for the time: by this clock when it was asked and answered, and what the answer was. */
export interface ClockSample {
  sentAtMs: number;
  receivedAtMs: number;
  /** Milliseconds since 1970 by the server's clock. */
  serverMs: number;
}

/** Asked one after the other: the fastest says most. */
const QUESTIONS = 5;

/**
 * What to add to this clock to get the server's, in milliseconds, by the sample whose answer came fastest: off by half of
 * its time at most. Undefined: there is none that makes sense. Pure.
 */
export function offsetIn(samples: readonly ClockSample[]): number | undefined {
  const durations = samples.map(({ sentAtMs, receivedAtMs }) => receivedAtMs - sentAtMs);
  // The clock was set back meanwhile.
  const shortest = Math.min(...durations.filter((ms) => ms >= 0));
  const best = samples[durations.indexOf(shortest)];
  return best && best.serverMs - (best.sentAtMs + best.receivedAtMs) / 2;
}

export interface ServerClockOptions {
  /** What time it is at the server; undefined: it could not be asked. */
  ask: () => Promise<number | undefined>;
  /** Milliseconds since 1970; default: what the log goes by. */
  now?: () => number;
}

export class ServerClock {
  readonly #ask: ServerClockOptions['ask'];
  readonly #now: () => number;
  #offsetMs: number | undefined;

  constructor({ ask, now = Date.now }: ServerClockOptions) {
    this.#ask = ask;
    this.#now = now;
  }

  /** What to add to this clock to get the server's, as it was measured last; undefined: not yet. */
  get offsetMs(): number | undefined {
    return this.#offsetMs;
  }

  /** Measures anew. What was known stays if nothing comes of it. */
  async measure(): Promise<void> {
    const samples: ClockSample[] = [];
    const isFirst = this.#offsetMs === undefined;
    for (let n = 0; n < QUESTIONS; n += 1) {
      const sentAtMs = this.#now();
      const serverMs = await this.#ask();
      if (serverMs === undefined) break;
      samples.push({ sentAtMs, receivedAtMs: this.#now(), serverMs });
      // A rough one is better than none.
      if (isFirst) this.#offsetMs = offsetIn(samples);
    }
    this.#offsetMs = offsetIn(samples) ?? this.#offsetMs;
  }
}
