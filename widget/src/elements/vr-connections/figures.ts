/** From samples of a link to the figures people read. Pure. */
import type { Flow, LinkSample, PathEnd } from '../../core/stats/link-sample.js';

/** As `840 kb/s` or `1.4 Mb/s`. */
export const rateOf = (kbps: number): string =>
  kbps < 1000 ? `${Math.round(kbps)} kb/s` : `${(kbps / 1000).toFixed(1)} Mb/s`;

/** As `1280×720 · 30`; empty without a picture. */
export function sizeOf({ width, height, framesPerSecond }: Flow): string {
  if (!width || !height) return '';
  return `${width}×${height} · ${Math.round(framesPerSecond ?? 0)}`;
}

/** As `VP8, opus`. */
export const codecsOf = (...flows: readonly Flow[]): string =>
  flows.flatMap(({ codec }) => (codec ? [codec] : [])).join(', ') || '–';

/** As `host ⇄ relay · udp`; empty while there is no path. */
export function pathOf({ local, remote }: Pick<LinkSample, 'local' | 'remote'>): string {
  if (!local || !remote) return '';
  const protocols = [...new Set([local, remote].filter(isTold).map(({ protocol }) => protocol))];
  return `${local.type} ⇄ ${remote.type}${protocols.length > 0 ? ` · ${protocols.join(' / ')}` : ''}`;
}

export const percentOf = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

export const msOf = (ms: number | undefined): string => (ms === undefined ? '–' : `${ms} ms`);

/**
 * The way of a line through a box of 100 by 20, its highest value at the top; at rest at the bottom. Time runs to the end,
 * where the newest is.
 *
 * @param room how many values the box has room for.
 */
export function lineThrough(values: readonly number[], room: number): string {
  const top = Math.max(...values) || 1;
  const from = room - values.length;
  const point = (value: number, index: number) =>
    `${(((from + index) / Math.max(1, room - 1)) * 100).toFixed(1)},${(19 - (value / top) * 18).toFixed(1)}`;
  return values.map(point).join(' ');
}

const isTold = ({ protocol }: PathEnd): boolean => protocol !== '';
