/** How measured times become a line of the table that a long run prints. */
import { addFigure } from '../../bench/report/long-run.js';
import { percentile, spread } from '../../bench/report/statistics.js';

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/**
 * Adds a figure of times, in milliseconds, of which 95 of 100 may not be longer than the bound. One that never came is NaN
 * and misses it.
 */
export function addTimes(name: string, times: readonly number[], boundMs: number): void {
  const missing = times.filter(Number.isNaN).length;
  const came = times.filter((time) => !Number.isNaN(time));
  const p95 = percentile([...came, ...Array.from({ length: missing }, () => Infinity)], 95);
  const inSeconds = came.map((time) => time / 1000);
  const measured = `p95 ${seconds(p95)} s of ${times.length}; ${came.length > 0 ? spread(inSeconds, 1) : 'none came'}`;
  addFigure({
    name,
    measured: missing > 0 ? `${measured}; ${missing} never` : measured,
    bound: `p95 at most ${seconds(boundMs)} s`,
    met: p95 <= boundMs,
  });
}

/** Adds a figure of which every time must lie between two bounds, in milliseconds. */
export function addTimesBetween(name: string, times: readonly number[], leastMs: number, mostMs: number): void {
  addFigure({
    name,
    measured: `${spread(
      times.map((time) => time / 1000),
      1,
    )} s of ${times.length}`,
    bound: `${seconds(leastMs)} to ${seconds(mostMs)} s`,
    met: times.every((time) => time >= leastMs && time <= mostMs),
  });
}

/** Adds a figure that must not be above, or below, its bound. */
export function addCount(name: string, measured: number, bound: { most?: number; least?: number }, unit = ''): void {
  const { most = Infinity, least = -Infinity } = bound;
  const words = most === Infinity ? `at least ${least}` : `at most ${most}`;
  const met = measured <= most && measured >= least;
  addFigure({ name, measured: `${Number(measured.toFixed(2))}${unit}`, bound: `${words}${unit}`, met });
}
