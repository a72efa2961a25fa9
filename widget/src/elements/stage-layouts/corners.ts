/** The four corners one's own tile may float in. Pure. */
import { floatingSize, MARGIN } from '../vr-stage/grid.js';
import type { Corner, Rect } from '../vr-stage/layout.js';

/** From the start or (negative) the end edge, and from the top or (negative) the bottom: beside the name and the pin. */
const OFFSETS: Readonly<Record<Corner, readonly [across: number, along: number]>> = {
  'top-start': [MARGIN, MARGIN],
  'top-end': [-MARGIN, 3.5 * MARGIN],
  'bottom-start': [MARGIN, -3 * MARGIN],
  'bottom-end': [-MARGIN, -MARGIN],
};

/** As far from an edge as `offset` says, as long as that is inside. */
const place = (offset: number, size: number, room: number): number =>
  Math.max(0, Math.min(offset < 0 ? room - size + offset : offset, room - size));

/** One's own tile in a corner of what it floats on. */
export function floatingIn(under: Rect, corner: Corner): Rect {
  const { width, height } = floatingSize(under.width, under.height);
  const [across, along] = OFFSETS[corner];
  return {
    x: under.x + place(across, width, under.width),
    y: under.y + place(along, height, under.height),
    width,
    height,
    floating: true,
  };
}

/** The corner a point is nearest to, given as shares of the stage's width (from the start edge) and height. */
export const cornerAt = (across: number, along: number): Corner =>
  `${along < 0.5 ? 'top' : 'bottom'}-${across < 0.5 ? 'start' : 'end'}`;

/**
 * The corner an arrow key leads to; undefined for other keys.
 *
 * @param rtl whether the start edge is on the right
 */
export function cornerBy(key: string, corner: Corner, rtl: boolean): Corner | undefined {
  const [row = '', column = ''] = corner.split('-');
  const sides: Partial<Record<string, string>> = {
    ArrowUp: `top-${column}`,
    ArrowDown: `bottom-${column}`,
    ArrowLeft: `${row}-${rtl ? 'end' : 'start'}`,
    ArrowRight: `${row}-${rtl ? 'start' : 'end'}`,
  };
  return sides[key] as Corner | undefined;
}
