/** One alone, on all of the stage: the featured tile first, the others on pages of their own. Pure. */
import { gridFor } from '../vr-stage/grid.js';
import type { Layout } from '../vr-stage/layout.js';

export const solo: Layout = ({ tiles, width, height, featured }) => {
  const tile = gridFor(1, width, height, 0, 0);
  const rect = { x: Math.floor((width - tile.width) / 2), y: 0, width: tile.width, height: tile.height };
  const first = tiles.find(({ key }) => key === featured) ?? tiles[0];
  const ordered = [...tiles.filter((each) => each === first), ...tiles.filter((each) => each !== first)];
  return new Map(ordered.map(({ key }, page) => [key, { ...rect, page }]));
};
