/** Keeps in one word how the connection with each of the others does, and one's own network. No timers, no media. */
import type { ParticipantId } from '@video-room/protocol';
import { countersOf, healthBetween, type LinkCounters } from './link-health.js';
import { ownQuality, QualityMeter, qualityOf, type ConnectionQuality } from './quality.js';

/** Whoever is not in it does well, or has not been measured yet. */
export type Qualities = ReadonlyMap<ParticipantId, ConnectionQuality>;

interface Watched {
  counters: LinkCounters;
  meter: QualityMeter;
}

export class QualityWatch {
  readonly #watched = new Map<ParticipantId, Watched>();

  /**
   * @param reports one for each link, at an even pace.
   * @param nowMs any clock that only goes forward.
   * @param you under whose id one's own network is told.
   */
  take(reports: ReadonlyMap<ParticipantId, RTCStatsReport>, nowMs: number, you: ParticipantId | undefined): Qualities {
    for (const person of this.#watched.keys()) if (!reports.has(person)) this.#watched.delete(person);
    for (const [person, report] of reports) this.#add(person, countersOf(report, nowMs));
    const links = [...this.#watched].map(([person, { meter }]) => [person, meter.quality] as const);
    const own = ownQuality(links.map(([, quality]) => quality));
    const all = you === undefined ? links : [...links, [you, own] as const];
    return new Map(all.filter(([, quality]) => quality !== 'good'));
  }

  #add(person: ParticipantId, counters: LinkCounters): void {
    const before = this.#watched.get(person);
    const meter = before?.meter ?? new QualityMeter();
    this.#watched.set(person, { counters, meter });
    if (before) meter.add(qualityOf(healthBetween(before.counters, counters)));
  }
}
