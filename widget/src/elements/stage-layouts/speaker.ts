/**
 * One on all of the stage, with one's own tile floating on it; everybody else as a grid on the pages that follow. Pure.
 */
import { gridFor, NARROW_PX } from '../vr-stage/grid.js';
import type { Layout, Rect } from '../vr-stage/layout.js';
import { floatingIn } from './corners.js';
import { pagedGrid, PAGER_HEIGHT } from './paged-grid.js';

const NARROWEST_ON_NARROW = 0.4;

export const speaker: Layout = (input) => {
  const { tiles, featured, width } = input;
  const large = tiles.find(({ key }) => key === featured) ?? tiles[0];
  if (!large) return new Map();
  const own = tiles.find((tile) => tile.own && tile.kind === 'person' && tile !== large);
  const others = tiles.filter((tile) => tile !== large && tile !== own);
  const area = others.length > 0 ? { ...input, height: input.height - PAGER_HEIGHT } : input;
  const tile = gridFor(1, width, area.height, 0, width < NARROW_PX ? NARROWEST_ON_NARROW : undefined);
  const rect = {
    x: Math.floor((width - tile.width) / 2),
    y: Math.floor((area.height - tile.height) / 2),
    width: tile.width,
    height: tile.height,
    page: 0,
  };
  const places = new Map<string, Rect>([[large.key, rect]]);
  if (own) places.set(own.key, { ...floatingIn(rect, input.corner ?? 'bottom-end'), page: 0 });
  // The rest has room for the pages' controls in any case, so that these stay where they are.
  const rest = pagedGrid({ ...area, tiles: others, height: area.height + PAGER_HEIGHT });
  const several = [...rest.values()].some(({ page }) => page !== undefined);
  const grid = several ? rest : pagedGrid({ ...area, tiles: others });
  for (const [key, place] of grid) places.set(key, { ...place, page: 1 + (place.page ?? 0) });
  return places;
};
