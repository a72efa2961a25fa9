/** Measurements as rows of the table. */
import { median, percentile } from '../report/statistics.js';
import type { Figure } from '../report/table.js';

/** A figure that may be `bound` and no more, or with `atLeast` no less. */
export function judged(
  name: string,
  value: number,
  {
    bound,
    unit = '',
    digits = 0,
    atLeast = false,
  }: { bound: number; unit?: string; digits?: number; atLeast?: boolean },
): Figure {
  const words = (number: number, places: number) => `${number.toFixed(places)} ${unit}`.trim();
  return {
    name,
    measured: words(value, digits),
    bound: `${atLeast ? '>=' : '<='} ${words(bound, Number.isInteger(bound) ? 0 : 1)}`,
    met: atLeast ? value >= bound : value <= bound,
  };
}

/** A figure that is told and not judged. */
export const told = (name: string, measured: string): Figure => ({ name, measured });

/** `median, p95, p99, greatest` of times in milliseconds. */
export function times(ms: readonly number[], digits = 0): string {
  const [p95, p99] = [percentile(ms, 95), percentile(ms, 99)];
  const greatest = ms.reduce((most, value) => Math.max(most, value), 0);
  const words = [median(ms), p95, p99, greatest].map((value) => value.toFixed(digits));
  return `${words.join(', ')} ms`;
}
