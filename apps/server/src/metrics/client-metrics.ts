/** What clients report of their links, added up. Strangers say it: bounded each time, and no more than a hint. */
import { LINK_FAILURES, LINK_PATHS, LINK_QUALITIES } from '@video-room/protocol';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { Happenings } from './happenings.js';
import { PREFIX } from './prefix.js';

/** In seconds. Up to one is hardly noticed; after ten most have given up. */
const FIRST_FRAME_BUCKETS_S = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 20, 30, 60, 120];

export function countReports(registers: Registry[], happenings: Happenings): void {
  const firstFrames = new Histogram({
    name: `${PREFIX}client_first_frame_seconds`,
    help: 'From when a link opened until its first picture, as clients report it',
    buckets: FIRST_FRAME_BUCKETS_S,
    registers,
  });
  const paths = counter('links', 'Ends of links that have found a path, direct or over a relay', 'path', LINK_PATHS);
  const failures = counter('link_failures', 'Ends of links that have failed, by reason', 'reason', LINK_FAILURES);
  const seconds = counter('link_seconds', 'How long ends of links did how well', 'quality', LINK_QUALITIES);
  const freezes = new Counter({
    name: `${PREFIX}client_freezes_total`,
    help: 'How often a received picture stood still',
    registers,
  });
  const frozen = new Counter({
    name: `${PREFIX}client_frozen_seconds_total`,
    help: 'For how long received pictures stood still',
    registers,
  });

  happenings.on('reported', (report) => {
    for (const ms of report.firstFrameMs ?? []) firstFrames.observe(ms / 1000);
    paths(report.paths);
    failures(report.failures);
    seconds(report.seconds);
    if (!report.freezes) return;
    freezes.inc(report.freezes.count);
    frozen.inc(report.freezes.ms / 1000);
  });

  /** A counter with a label that has one of these values. Returns what adds to it. */
  function counter<Value extends string>(name: string, help: string, label: string, values: readonly Value[]) {
    const made = new Counter({ name: `${PREFIX}client_${name}_total`, help, labelNames: [label], registers });
    const children = values.map((value) => [value, made.labels(value)] as const);
    for (const [, child] of children) child.inc(0);
    return (counts: Partial<Record<Value, number>> = {}) => {
      for (const [value, child] of children) child.inc(counts[value] ?? 0);
    };
  }
}
