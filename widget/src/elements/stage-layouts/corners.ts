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

/** One's own tile in a corner of what it floats on. */
export function floatingIn(under: Rect, corner: Corner): Rect {
  const { width, height } = floatingSize(under.width, under.height);
  const [across, along] = OFFSETS[corner];
  return {
    x: under.x + (across < 0 ? under.width - width + across : across),
    y: under.y + (along < 0 ? under.height - height + along : along),
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
