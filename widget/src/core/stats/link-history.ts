/** The last two minutes of every link, for whoever looks into them. No timers, no media. */
import type { ParticipantId } from '@video-room/protocol';
import { sampleOf, type LinkSample } from './link-sample.js';
import { StatsRecorder, type DumpedColumn } from './stats-recorder.js';

/** Samples kept of each link: two minutes at one every two seconds. */
export const SAMPLES_KEPT = 60;

interface Kept {
  report: RTCStatsReport;
  readonly samples: LinkSample[];
  readonly recorder: StatsRecorder;
}

export class LinkHistory {
  readonly #links = new Map<ParticipantId, Kept>();

  /** @param reports one for each link, at an even pace. Links that are in it no more are forgotten. */
  take(reports: ReadonlyMap<ParticipantId, RTCStatsReport>): void {
    for (const person of this.#links.keys()) if (!reports.has(person)) this.#links.delete(person);
    for (const [person, report] of reports) {
      const kept = this.#links.get(person) ?? { report, samples: [], recorder: new StatsRecorder() };
      kept.samples.push(sampleOf(report, kept.samples.length > 0 ? kept.report : undefined));
      if (kept.samples.length > SAMPLES_KEPT) kept.samples.shift();
      kept.recorder.take(report);
      kept.report = report;
      this.#links.set(person, kept);
    }
  }

  /** Of each link, oldest first. */
  get links(): ReadonlyMap<ParticipantId, readonly LinkSample[]> {
    return new Map([...this.#links].map(([person, { samples }]) => [person, samples]));
  }

  /** All values of all links, by the other person, as files of chrome://webrtc-internals have them. */
  dump(): Record<ParticipantId, Record<string, DumpedColumn>> {
    return Object.fromEntries([...this.#links].map(([person, { recorder }]) => [person, recorder.dump()]));
  }
}
