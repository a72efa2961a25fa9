/** What a layout is: from tiles and the size of the stage to a place for each. All layouts are pure functions of this type. */
import type { PersonTile } from '../../controllers/people-tiles.js';

/** What a layout has to know of a tile. */
export type LayoutTile = Pick<PersonTile, 'key' | 'own' | 'kind'>;

export type Corner = 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end';

/** A place, in CSS pixels from the start edge and the top of the stage. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Counted from 0; undefined if it is shown on every page. */
  readonly page?: number;
  /** It lies over another tile. */
  readonly floating?: boolean;
}

export interface LayoutInput {
  /** In the order they are to be read. */
  readonly tiles: readonly LayoutTile[];
  /** Of the stage, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Between tiles, in CSS pixels. */
  readonly gap: number;
  /** Key of the tile that is to be large. */
  readonly featured?: string | undefined;
  /** Where one's own tile floats, if it does. */
  readonly corner?: Corner;
}

export type Layout = (input: LayoutInput) => Map<string, Rect>;
