/** How many columns show the most of everybody's picture, and how large each tile is then. Pure. */

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
    // What a tile shows beyond a picture is worth something, but less: most of it is wall.
    const worth = pictureArea(cellWidth, cellHeight) + tileWidth * tileHeight;
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
