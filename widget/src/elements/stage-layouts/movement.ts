/**
 * Lets tiles glide to their new places, and fade in where they were not shown. Only when the arrangement changes: while
 * the stage is resized tiles simply follow.
 */
import type { VrTile } from '../vr-tile/vr-tile.js';

const GLIDE: KeyframeAnimationOptions = { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' };
const FADE: KeyframeAnimationOptions = { duration: 180, easing: 'ease-out' };

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * @param wasShown whether a tile could be seen before
 * @param move puts the tiles into their new places
 */
export function glide(tiles: readonly VrTile[], wasShown: (tile: VrTile) => boolean, move: () => void): void {
  if (isStill()) return move();
  const before = new Map(tiles.filter(wasShown).map((tile) => [tile, tile.getBoundingClientRect()]));
  for (const tile of tiles) for (const animation of tile.getAnimations()) animation.cancel();
  move();
  for (const tile of tiles) {
    const from = before.get(tile);
    if (!from) {
      tile.animate({ opacity: [0, 1] }, FADE);
      continue;
    }
    const to = tile.getBoundingClientRect();
    // Tiles hang on their start edge.
    const across = tile.matches(':dir(rtl)') ? from.right - to.right : from.left - to.left;
    const along = from.top - to.top;
    const resized = from.width !== to.width || from.height !== to.height;
    if (!across && !along && !resized) continue;
    tile.animate(
      {
        translate: [`${across}px ${along}px`, '0 0'],
        ...(resized && {
          width: [`${from.width}px`, `${to.width}px`],
          height: [`${from.height}px`, `${to.height}px`],
        }),
      },
      GLIDE,
    );
  }
}
