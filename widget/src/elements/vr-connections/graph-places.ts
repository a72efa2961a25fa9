/** Where the people of a graph are drawn, in a box of 400 by 240. Pure. */

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly labelX: number;
  readonly labelY: number;
}

const CENTER = { x: 200, y: 120 };
const RADIUS = { x: 92, y: 80 };
const LABEL_GAP = 18;
/** Characters of a name that have room beside the circle. */
const MOST_LETTERS = 10;

/** Evenly, clockwise, the first at the top. */
export function onCircle(count: number): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    const side = Math.cos(angle);
    const height = Math.sin(angle);
    const x = CENTER.x + RADIUS.x * side;
    const y = CENTER.y + RADIUS.y * height;
    // Straight above or below there is no side to write on.
    const upright = Math.abs(side) < 0.3;
    return {
      x: tidy(x),
      y: tidy(y),
      anchor: upright ? 'middle' : side > 0 ? 'start' : 'end',
      labelX: tidy(upright ? x : x + Math.sign(side) * LABEL_GAP),
      labelY: tidy(upright ? y + Math.sign(height) * (LABEL_GAP + 5) : y),
    };
  });
}

/** Where on the way from one to the other its sign stands: not in the middle, where all ways of a circle meet. */
export function placed(from: Place, to: Place): { x: number; y: number } {
  const share = 0.38;
  return { x: tidy(from.x + (to.x - from.x) * share), y: tidy(from.y + (to.y - from.y) * share) };
}

export function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_LETTERS ? name : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
}

const tidy = (value: number): number => Math.round(value * 10) / 10;
