/** What one report of a peer connection says of its link that is worth counting. Pure; the names are those of webrtc-stats. */
import type { LinkFailure, LinkPath } from '@video-room/protocol';
import { numberIn, pathOf, type Stat, type Stats } from './report.js';

/** How often pictures stood still so far, and for how many milliseconds together. */
export interface Freezes {
  count: number;
  ms: number;
}

/** What the path leads over; undefined: there is none yet. */
export function pathKindOf(report: RTCStatsReport): LinkPath | undefined {
  const stats: Stats = report;
  const pair = pathOf(stats);
  if (pair?.['state'] !== 'succeeded') return undefined;
  const ends = [pair['localCandidateId'], pair['remoteCandidateId']].map((id) => stats.get(String(id)));
  return ends.some(isRelay) ? 'relayed' : 'direct';
}

/** How long ago the first picture came, in milliseconds; undefined: none has come, or the browser does not say. */
export function firstFrameAgeMs(report: RTCStatsReport): number | undefined {
  const pictures = allOf(report, 'inbound-rtp').filter(({ kind, framesDecoded }) => kind === 'video' && framesDecoded);
  // From each picture to the next, added up: from the first one to the last, which has just come.
  const ages = pictures.flatMap((stream) => numberIn(stream, 'totalInterFrameDelay') ?? []);
  return ages.length > 0 ? Math.max(...ages) * 1000 : undefined;
}

export function freezesOf(report: RTCStatsReport): Freezes {
  const freezes = { count: 0, ms: 0 };
  for (const stream of allOf(report, 'inbound-rtp')) {
    freezes.count += numberIn(stream, 'freezeCount') ?? 0;
    freezes.ms += (numberIn(stream, 'totalFreezesDuration') ?? 0) * 1000;
  }
  return freezes;
}

/** Why a link has failed. @param report the last one; undefined: there was none. */
export function failureOf(report: RTCStatsReport | undefined, hadPath: boolean): LinkFailure {
  if (hadPath) return 'lost';
  const theirs = report ? allOf(report, 'remote-candidate') : [];
  if (!report || theirs.length === 0) return 'no-candidates';
  return [...allOf(report, 'local-candidate'), ...theirs].some(isRelay) ? 'no-path' : 'no-relay';
}

const allOf = (report: RTCStatsReport, type: string): Stat[] =>
  [...(report as Stats).values()].filter((stat) => stat['type'] === type);

const isRelay = (candidate: Stat | undefined): boolean => candidate?.['candidateType'] === 'relay';
