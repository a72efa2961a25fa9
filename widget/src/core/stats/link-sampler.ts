/** The one place that asks links how they do: one report of each, every two seconds, for all who want to know. */
import type { ParticipantId } from '@video-room/protocol';
import type { MediaEngine } from '../engine/media-engine.js';

const SAMPLE_EVERY_MS = 2_000;

export type LinkReports = ReadonlyMap<ParticipantId, RTCStatsReport>;

/** Starts asking. Returns what ends it. */
export function sampleLinks(
  engine: Pick<MediaEngine, 'reports'>,
  onReports: (reports: LinkReports) => void,
): () => void {
  let ended = false;
  let asking = false;
  const sample = async () => {
    // A computer that is busy answers late; then twice as often would not help.
    if (asking) return;
    asking = true;
    const reports = await engine.reports();
    asking = false;
    if (!ended) onReports(reports);
  };
  const timer = setInterval(() => void sample(), SAMPLE_EVERY_MS);
  return () => {
    ended = true;
    clearInterval(timer);
  };
}
