/** Where the number of an outline hides least. */

/** In px of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies there already. */
export interface Taken {
  readonly badges: readonly Box[];
  readonly written: readonly Box[];
  readonly outlines: readonly Box[];
  /** No number leaves it. */
  readonly frame: Box;
}

export const BADGE_PX = 20;
const HALF_PX = BADGE_PX / 2;
/** Boxes less high are lines of text. */
export const LINE_PX = 28;
/** How bad it is to cover a number, words, the outline of another. */
const COSTS = { badge: 100, words: 5, outline: 1 };

export function placeBadge(box: Box, { badges, written, outlines, frame }: Taken): Box {
  const cost = (place: Box) => {
    const meets = (other: Box) =>
      place.x < other.x + other.width &&
      other.x < place.x + place.width &&
      place.y < other.y + other.height &&
      other.y < place.y + place.height;
    return (
      COSTS.badge * badges.filter(meets).length +
      COSTS.words * written.filter(meets).length +
      COSTS.outline * outlines.filter((other) => other !== box && crosses(place, other)).length
    );
  };
  const places = centers(box).map(([x, y]) => ({
    x: between(x - HALF_PX, frame.x + 2, frame.x + frame.width - BADGE_PX - 2),
    y: between(y - HALF_PX, frame.y + 2, frame.y + frame.height - BADGE_PX - 2),
    width: BADGE_PX,
    height: BADGE_PX,
  }));
  return places.reduce((best, place) => (cost(place) < cost(best) ? place : best));
}

/** Those a reader looks at first come first. */
function centers({ x, y, width, height }: Box): (readonly [number, number])[] {
  const [right, bottom, middleX, middleY] = [x + width, y + height, x + width / 2, y + height / 2];
  const beside = [
    [right + HALF_PX, middleY],
    [x - HALF_PX, middleY],
  ] as const;
  const top = [
    [x, y],
    [right, y],
    [middleX, y],
  ] as const;
  const rest = [
    [x, bottom],
    [right, bottom],
    [middleX, bottom],
    [middleX, y - HALF_PX],
    [middleX, bottom + HALF_PX],
  ] as const;
  return height < LINE_PX ? [...beside, ...top, ...rest] : [...top, ...rest, ...beside];
}

const between = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/** Whether the edge of the outline runs through that place. */
function crosses(place: Box, { x, y, width, height }: Box): boolean {
  const apart =
    place.x >= x + width || x >= place.x + place.width || place.y >= y + height || y >= place.y + place.height;
  const inside = place.x > x && place.y > y && place.x + place.width < x + width && place.y + place.height < y + height;
  return !apart && !inside;
}
