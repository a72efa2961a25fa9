/** An even grid: how many columns show the most of everybody's picture, and how large each tile is then. Pure. */
import type { Layout, LayoutInput, Rect } from './layout.js';

export interface Grid {
  columns: number;
  rows: number;
  /** Of one tile, in whole CSS pixels. */
  width: number;
  height: number;
}

/** Pictures are between 4:3 and 16:9: what a tile shows beyond that is cropped away or empty. */
const NARROWEST_PICTURE = 4 / 3;
const WIDEST_PICTURE = 16 / 9;
/** Tiles may be taller than a picture, down to this width per height, rather than leave the stage empty. */
const NARROWEST_TILE = 0.8;
/** One alone on a narrow stage may stand upright as on a phone. */
const NARROWEST_SINGLE = 0.4;
/** Stages narrower than this, in CSS pixels, let one's own picture float over the only other one. */
export const NARROW_PX = 560;
/** Between a floating tile and the edges, in CSS pixels. */
export const MARGIN = 16;

/** Everybody of one size; for two on a narrow stage one's own tile floats on the other. */
export const gridLayout: Layout = (input) => {
  const { tiles, width } = input;
  const floating = isFloating(input) ? tiles.find(({ own }) => own) : undefined;
  const keys = tiles.filter((tile) => tile !== floating).map(({ key }) => key);
  const narrowest = width < NARROW_PX && keys.length === 1 ? NARROWEST_SINGLE : undefined;
  const places = rowsOf(keys, input, gridFor(Math.max(1, keys.length), width, input.height, input.gap, narrowest));
  if (floating) places.set(floating.key, floatingRect(input));
  return places;
};

const isFloating = ({ tiles, width, height }: LayoutInput): boolean =>
  tiles.length === 2 && tiles.some(({ own }) => own) && width < NARROW_PX && height > width * 0.75;

/** Row by row in the middle of the stage, the last row in the middle of its own. */
export function rowsOf(
  keys: readonly string[],
  { width, height, gap }: Pick<LayoutInput, 'width' | 'height' | 'gap'>,
  { columns, width: tileWidth, height: tileHeight }: Grid,
): Map<string, Rect> {
  const rows = Math.ceil(keys.length / columns);
  const top = middle(height, rows, tileHeight, gap);
  return new Map(
    keys.map((key, index) => {
      const row = Math.floor(index / columns);
      const start = middle(width, Math.min(columns, keys.length - row * columns), tileWidth, gap);
      const x = start + (index % columns) * (tileWidth + gap);
      return [key, { x, y: top + row * (tileHeight + gap), width: tileWidth, height: tileHeight }];
    }),
  );
}

const middle = (length: number, count: number, size: number, gap: number) =>
  Math.floor((length - count * (size + gap) + gap) / 2);

/** In the corner where reading ends. */
function floatingRect({ width: stage, height: tall }: LayoutInput): Rect {
  const { width, height } = floatingSize(stage, tall);
  return { x: stage - width - MARGIN, y: tall - height - MARGIN, width, height, floating: true };
}

export function floatingSize(stageWidth: number, stageHeight: number): { width: number; height: number } {
  const width = Math.floor(
    Math.min(Math.max(84, stageWidth * 0.29), Math.max(160, stageWidth * 0.09), stageHeight * 0.315),
  );
  return { width, height: Math.floor(width / 0.7) };
}

/**
 * @param count tiles, at least 1
 * @param width of the stage, in CSS pixels
 * @param height of the stage, in CSS pixels
 * @param gap between tiles, in CSS pixels
 * @param narrowestTile least width per height of a tile; default 0.8
 */
export function gridFor(
  count: number,
  width: number,
  height: number,
  gap: number,
  narrowestTile = NARROWEST_TILE,
): Grid {
  let best: Grid = { columns: 1, rows: count, width: 0, height: 0 };
  let bestWorth = -1;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns);
    const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows);
    const tileWidth = Math.min(cellWidth, cellHeight * WIDEST_PICTURE);
    const tileHeight = Math.min(cellHeight, tileWidth / narrowestTile);
    // What a tile shows beyond a picture is worth less: most of it is wall. Not on a phone, where all room is for faces.
    const worth = (width < NARROW_PX ? 0 : pictureArea(cellWidth, cellHeight)) + 2.5 * tileWidth * tileHeight;
    if (worth <= bestWorth) continue;
    bestWorth = worth;
    best = { columns, rows, width: Math.floor(tileWidth), height: Math.floor(tileHeight) };
  }
  return best;
}

/** Area of the largest picture that fits into a cell. */
function pictureArea(width: number, height: number): number {
  const pictureWidth = Math.min(width, height * WIDEST_PICTURE);
  const pictureHeight = Math.min(height, pictureWidth / NARROWEST_PICTURE);
  return pictureWidth * pictureHeight;
}
