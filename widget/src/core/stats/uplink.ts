/** Measures what is sent, over all links together. */
export interface UplinkOptions {
  senders: () => readonly Pick<RTCRtpSender, 'getStats'>[];
  /** Called at a calm rate with what is sent now, in bits per second. */
  onRate: (rate: number) => void;
  now?: () => number;
}

const EVERY_MS = 2_000;

export class Uplink {
  readonly #options: UplinkOptions;
  readonly #sent = new WeakMap<object, number>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #measuredAt = 0;

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  /** Measures from now on, until `stop`. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#measuredAt = this.#now();
    this.#timer = setInterval(() => void this.#measure(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #measure(): Promise<void> {
    const senders = this.#options.senders();
    const grown = await Promise.all(senders.map((sender) => this.#grownBy(sender)));
    const now = this.#now();
    const seconds = (now - this.#measuredAt) / 1000;
    this.#measuredAt = now;
    if (this.#timer === undefined || seconds <= 0) return;
    this.#options.onRate((grown.reduce((sum, bytes) => sum + bytes, 0) * 8) / seconds);
  }

  /** Bytes since it was last asked; none of somebody who is new. */
  async #grownBy(sender: Pick<RTCRtpSender, 'getStats'>): Promise<number> {
    try {
      // The report is of mixed dictionaries which TypeScript's DOM types leave open.
      const report = (await sender.getStats()) as ReadonlyMap<string, Record<string, unknown>>;
      const streams = [...report.values()].filter(({ type }) => type === 'outbound-rtp');
      const total = streams.reduce(
        (sum, stream) => sum + Number(stream['bytesSent'] ?? 0) + Number(stream['headerBytesSent'] ?? 0),
        0,
      );
      const before = this.#sent.get(sender) ?? total;
      this.#sent.set(sender, total);
      return Math.max(0, total - before);
    } catch {
      // The link was closed meanwhile.
      return 0;
    }
  }

  #now(): number {
    return this.#options.now?.() ?? performance.now();
  }
}
