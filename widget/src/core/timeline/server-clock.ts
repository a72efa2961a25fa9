/** How far this computer's clock is from the server's, measured over the socket. */

/** One question for the time: by this clock when it was asked and answered, and what the answer was. */
export interface ClockSample {
  sentAtMs: number;
  receivedAtMs: number;
  /** Milliseconds since 1970 by the server's clock. */
  serverMs: number;
}

export interface ClockEstimate {
  /** What to add to this clock to get the server's, in milliseconds. */
  offsetMs: number;
  /** How far off that may be, in milliseconds. */
  uncertaintyMs: number;
}

/** Asked one after the other: the fastest says most. */
const QUESTIONS = 5;

/** By the sample whose answer came fastest; undefined: there is none that makes sense. Pure. */
export function estimateOf(samples: readonly ClockSample[]): ClockEstimate | undefined {
  const durations = samples.map(({ sentAtMs, receivedAtMs }) => receivedAtMs - sentAtMs);
  // The clock was set back meanwhile.
  const shortest = Math.min(...durations.filter((ms) => ms >= 0));
  const best = samples[durations.indexOf(shortest)];
  if (!best) return undefined;
  return { offsetMs: best.serverMs - (best.sentAtMs + best.receivedAtMs) / 2, uncertaintyMs: shortest / 2 };
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
  #estimate: ClockEstimate | undefined;

  constructor({ ask, now = Date.now }: ServerClockOptions) {
    this.#ask = ask;
    this.#now = now;
  }

  /** As it was measured last; undefined: not yet. */
  get estimate(): ClockEstimate | undefined {
    return this.#estimate;
  }

  /** Measures anew. What was known stays if nothing comes of it. */
  async measure(): Promise<void> {
    const samples: ClockSample[] = [];
    const isFirst = !this.#estimate;
    for (let n = 0; n < QUESTIONS; n += 1) {
      const sentAtMs = this.#now();
      const serverMs = await this.#ask();
      if (serverMs === undefined) break;
      samples.push({ sentAtMs, receivedAtMs: this.#now(), serverMs });
      // A rough one is better than none.
      if (isFirst) this.#estimate = estimateOf(samples);
    }
    this.#estimate = estimateOf(samples) ?? this.#estimate;
  }
}
