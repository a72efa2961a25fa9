/**
 * What a broadcaster sends: measures it, over all links together, and shares what may be sent in all among the pictures,
 * so that more watchers get smaller pictures and not a line that is too narrow for all.
 */
export interface UplinkOptions {
  senders: () => readonly Pick<RTCRtpSender, 'track' | 'getStats' | 'getParameters' | 'setParameters'>[];
  /** What may be sent in all, in bits per second. */
  budget: () => number;
  /** Called at a calm rate with what is sent now, in bits per second. */
  onRate: (rate: number) => void;
  now?: () => number;
}

const EVERY_MS = 2_000;
/** Of each watcher's share this much is for sound. */
const SOUND_BPS = 48_000;
/** Below this a picture is of no use, above it of no more. */
const LEAST_PICTURE_BPS = 80_000;
const MOST_PICTURE_BPS = 2_500_000;

/** What each of so many watchers gets of the picture, in bits per second. */
export const pictureShare = (budget: number, watchers: number): number =>
  Math.round(Math.min(MOST_PICTURE_BPS, Math.max(LEAST_PICTURE_BPS, budget / Math.max(1, watchers) - SOUND_BPS)));

export class Uplink {
  readonly #options: UplinkOptions;
  readonly #sent = new WeakMap<object, number>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #measuredAt = 0;

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  /** Measures and shares from now on, until `stop`. */
  start(): void {
    if (this.#timer !== undefined) return;
    this.#measuredAt = this.#now();
    this.#timer = setInterval(() => void this.#measure(), EVERY_MS);
    this.share();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Shares anew, at once: somebody came or left. */
  share(): void {
    if (this.#timer === undefined) return;
    const pictures = this.#options.senders().filter(({ track }) => track?.kind === 'video');
    const share = pictureShare(this.#options.budget(), pictures.length);
    for (const sender of pictures) {
      const parameters = sender.getParameters();
      const [encoding] = parameters.encodings;
      // Not negotiated yet, it gets its share with the next measurement.
      if (!encoding || encoding.maxBitrate === share) continue;
      encoding.maxBitrate = share;
      sender.setParameters(parameters).catch(() => undefined);
    }
  }

  async #measure(): Promise<void> {
    this.share();
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
