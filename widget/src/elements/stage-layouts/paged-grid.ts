/** The grid, on as many pages as it takes for tiles to stay large enough to see somebody. Pure. */
import { gridFor, gridLayout, rowsOf } from '../vr-stage/grid.js';
import type { Layout, LayoutInput, LayoutTile, Rect } from '../vr-stage/layout.js';
import { floatingIn } from './corners.js';

/** Of the controls under a stage that has pages, in CSS pixels. */
export const PAGER_HEIGHT = 44;

/** A tile about as large as 160×90, be it wide or upright. */
export const isLargeEnough = ({ width, height }: { width: number; height: number }): boolean =>
  width >= 112 && height >= 72 && width * height >= 12_000;

export const pagedGrid: Layout = (input) => {
  const { tiles } = input;
  if (fits(tiles.length, input)) return inCorner(gridLayout(input), input);
  const area = { ...input, height: input.height - PAGER_HEIGHT };
  const perPage = pageSize(tiles.length, (count) => fits(count, area));
  const grid = gridFor(perPage, area.width, area.height, area.gap);
  const keys = withOwnInFront(tiles, perPage).map(({ key }) => key);
  return new Map(
    inPages(keys, perPage).flatMap((onPage, page) =>
      [...rowsOf(onPage, area, grid)].map(([key, rect]) => [key, { ...rect, page }] as const),
    ),
  );
};

/** One's own tile, if it floats, in the corner chosen. */
function inCorner(places: Map<string, Rect>, { width, height, corner }: LayoutInput): Map<string, Rect> {
  if (!corner) return places;
  const whole = { x: 0, y: 0, width, height };
  return new Map([...places].map(([key, rect]) => [key, rect.floating ? floatingIn(whole, corner) : rect]));
}

const fits = (count: number, { width, height, gap }: LayoutInput): boolean =>
  count <= 1 || isLargeEnough(gridFor(count, width, height, gap));

/** How many to show on each page so that all fit and no page is much emptier than the others. */
export function pageSize(count: number, fit: (count: number) => boolean): number {
  let most = count;
  while (most > 1 && !fit(most)) most -= 1;
  return Math.ceil(count / Math.ceil(count / most));
}

export const inPages = <Item>(items: readonly Item[], perPage: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / perPage) }, (_, page) =>
    items.slice(page * perPage, (page + 1) * perPage),
  );

/** One sees oneself on the first page, as the last there. */
export function withOwnInFront(tiles: readonly LayoutTile[], perPage: number): LayoutTile[] {
  const isOwn = ({ own, kind }: LayoutTile) => own && kind === 'person';
  const others = tiles.filter((tile) => !isOwn(tile));
  return [...others.slice(0, perPage - 1), ...tiles.filter(isOwn), ...others.slice(perPage - 1)];
}
