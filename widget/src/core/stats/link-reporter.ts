/**
 * Gathers how links do, for a server that wants to be told: counts and times, nothing that says who. It sends seldom: soon
 * after a first picture or a failure, else every few minutes, and at the end. No timers: it goes by the pace of the samples.
 */
import {
  LIMITS,
  type LinkPath,
  type LinkQuality,
  type ParticipantId,
  type Reply,
  type ReportMessage,
} from '@video-room/protocol';
import type { MediaEngine } from '../engine/media-engine.js';
import { failureOf, firstFrameAgeMs, freezesOf, pathKindOf, type Freezes } from './link-facts.js';
import type { LinkReports } from './link-sampler.js';
import type { Qualities } from './quality-watch.js';

/** Milliseconds from one report to the next: of what is news, and of all else. */
const NEWS_EVERY_MS = 60_000;
const REPORT_EVERY_MS = 600_000;
/** Longer from one sample to the next the computer slept, and links did nothing. */
const LONGEST_SAMPLE_MS = 10_000;

export interface LinkReporterOptions {
  engine: Pick<MediaEngine, 'on'>;
  /** `not-allowed`: the server wants no more. */
  send: (report: ReportMessage) => Promise<Reply | undefined>;
  /** Whether this person sends a picture, as far as the others were told. */
  sendsPicture: (peer: ParticipantId) => boolean;
  /** When the links opened that were there before, in milliseconds of `now`. */
  sinceMs: number;
  /** Any clock that only goes forward. */
  now?: () => number;
}

interface Watched {
  openedAtMs: number;
  /** A first picture is to come, and how long it takes says something. */
  awaitsPicture: boolean;
  hasPath: boolean;
  freezes: Freezes;
  /** The last one. */
  report?: RTCStatsReport;
}

export class LinkReporter {
  readonly #options: LinkReporterOptions;
  readonly #now: () => number;
  readonly #watched = new Map<ParticipantId, Watched>();
  readonly #stop: () => void;
  #gathered: ReportMessage = {};
  #isNews = false;
  #isWanted = true;
  #sampledAtMs: number;
  #sentAtMs: number;

  constructor(options: LinkReporterOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#sampledAtMs = this.#now();
    // The first news can go out with the first sample.
    this.#sentAtMs = this.#sampledAtMs - NEWS_EVERY_MS;
    this.#stop = options.engine.on('link', ({ peer, phase }) => {
      if (phase === undefined) this.#watched.delete(peer);
      else if (phase === 'connecting') this.#watch(peer, this.#now());
      else if (phase === 'failed') this.#onFailed(this.#watched.get(peer) ?? this.#watch(peer, this.#options.sinceMs));
    });
  }

  /** @param reports one for each link, at an even pace, and what became of their quality. */
  take(reports: LinkReports, qualities: Qualities): void {
    const now = this.#now();
    const sampleMs = Math.min(now - this.#sampledAtMs, LONGEST_SAMPLE_MS);
    this.#sampledAtMs = now;
    for (const [peer, report] of reports) {
      const link = this.#watched.get(peer) ?? this.#watch(peer, this.#options.sinceMs);
      link.report = report;
      this.#look(link, report, now);
      if (link.hasPath) this.#addSeconds(qualities.get(peer) ?? 'good', sampleMs / 1000);
    }
    const sinceMs = now - this.#sentAtMs;
    if (sinceMs >= REPORT_EVERY_MS || (this.#isNews && sinceMs >= NEWS_EVERY_MS)) this.flush();
  }

  /** Sends what there is. */
  flush(): void {
    const report = rounded(this.#gathered);
    this.#gathered = {};
    this.#isNews = false;
    this.#sentAtMs = this.#now();
    if (!this.#isWanted || Object.keys(report).length === 0) return;
    this.#options.send(report).then(
      (reply) => void (this.#isWanted &&= reply?.ok !== false || reply.error.code !== 'not-allowed'),
      () => undefined,
    );
  }

  close(): void {
    this.#stop();
  }

  #watch(peer: ParticipantId, openedAtMs: number): Watched {
    const awaitsPicture = this.#options.sendsPicture(peer);
    const link = { openedAtMs, awaitsPicture, hasPath: false, freezes: { count: 0, ms: 0 } };
    this.#watched.set(peer, link);
    return link;
  }

  #look(link: Watched, report: RTCStatsReport, now: number): void {
    const path = link.hasPath ? undefined : pathKindOf(report);
    if (path) {
      link.hasPath = true;
      this.#addPath(path);
    }
    const ageMs = link.awaitsPicture ? firstFrameAgeMs(report) : undefined;
    if (ageMs !== undefined) {
      link.awaitsPicture = false;
      this.#addFirstFrame(now - ageMs - link.openedAtMs);
    }
    const freezes = freezesOf(report);
    const count = Math.max(0, freezes.count - link.freezes.count);
    if (count > 0) {
      const { freezes: before = { count: 0, ms: 0 } } = this.#gathered;
      const ms = before.ms + Math.max(0, freezes.ms - link.freezes.ms);
      this.#gathered.freezes = { count: before.count + count, ms };
    }
    link.freezes = freezes;
  }

  #onFailed({ hasPath, report }: Watched): void {
    const reason = failureOf(report, hasPath);
    this.#gathered.failures = { ...this.#gathered.failures, [reason]: (this.#gathered.failures?.[reason] ?? 0) + 1 };
    this.#isNews = true;
  }

  #addPath(path: LinkPath): void {
    this.#gathered.paths = { ...this.#gathered.paths, [path]: (this.#gathered.paths?.[path] ?? 0) + 1 };
  }

  #addFirstFrame(ms: number): void {
    const before = this.#gathered.firstFrameMs ?? [];
    if (ms > LIMITS.reportedFrameMs || before.length >= LIMITS.reportedFrames) return;
    this.#gathered.firstFrameMs = [...before, Math.max(0, ms)];
    this.#isNews = true;
  }

  #addSeconds(quality: LinkQuality, seconds: number): void {
    const before = this.#gathered.seconds;
    this.#gathered.seconds = { ...before, [quality]: (before?.[quality] ?? 0) + seconds };
  }
}

/** In whole numbers, and none larger than the server takes. */
function rounded({ firstFrameMs, paths, failures, seconds, freezes }: ReportMessage): ReportMessage {
  const most = (limit: number) => (value: number) => Math.min(limit, Math.round(value));
  const each = <Name extends string>(counts: Partial<Record<Name, number>>, limit: number) =>
    Object.fromEntries(
      Object.entries<number | undefined>(counts).map(([name, value = 0]) => [name, most(limit)(value)]),
    ) as Partial<Record<Name, number>>;
  return {
    ...(firstFrameMs && { firstFrameMs: firstFrameMs.map(most(LIMITS.reportedFrameMs)) }),
    ...(paths && { paths: each(paths, LIMITS.reportedLinks) }),
    ...(failures && { failures: each(failures, LIMITS.reportedLinks) }),
    ...(seconds && { seconds: each(seconds, LIMITS.reportedSeconds) }),
    ...(freezes && {
      freezes: {
        count: most(LIMITS.reportedFreezes)(freezes.count),
        ms: most(LIMITS.reportedFrozenMs)(freezes.ms),
      },
    }),
  };
}
