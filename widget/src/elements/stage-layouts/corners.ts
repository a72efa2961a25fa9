/** The four corners one's own tile may float in. Pure. */
import type { Corner } from '../vr-stage/layout.js';

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
