/** Which layout applies, who is large in it, and in which order the tiles are read. Pure. */
import type { PersonTile } from '../../controllers/people-tiles.js';
import type { Corner, Layout, LayoutInput, Rect } from '../vr-stage/layout.js';
import type { StageLayout } from '../video-room/stage-room.js';
import { isLargeEnough, pagedGrid } from './paged-grid.js';
import { sidebar } from './sidebar.js';
import { solo } from './solo.js';
import { speaker } from './speaker.js';

export interface Wishes {
  layout: StageLayout;
  /** Key of the screen that was shared last. */
  newest: string | undefined;
  /** As `pinOf` names it. */
  pinned: string | undefined;
  /** Key of who is large while nobody is pinned; undefined if nobody else is there. */
  speaker: string | undefined;
  corner: Corner;
  /** One's own tile is not to float over others. */
  ownHidden: boolean;
}

export interface Arrangement {
  /** `solo`: there is no room for more than one, nor for controls. */
  kind: 'grid' | 'sidebar' | 'speaker' | 'solo';
  featured: string | undefined;
  places: ReadonlyMap<string, Rect>;
  pages: number;
  /** Where one's own tile would float, if it were not hidden. */
  hidden: Rect | undefined;
}

const LAYOUTS: Readonly<Record<Arrangement['kind'], Layout>> = { grid: pagedGrid, sidebar, speaker, solo };

/** What a page pins a tile by: the participant's id, or the key of a shared screen. */
export const pinOf = ({ kind, id, key }: Pick<PersonTile, 'kind' | 'id' | 'key'>): string =>
  kind === 'screen' ? key : (id ?? key);

export function arrange(
  people: readonly PersonTile[],
  size: Pick<LayoutInput, 'width' | 'height' | 'gap'>,
  wishes: Wishes,
): Arrangement {
  const tiles = inOrder(people, wishes.newest);
  const screen = tiles.find(({ kind, own }) => kind === 'screen' && !own)?.key;
  const pinned = tiles.find((tile) => pinOf(tile) === wishes.pinned)?.key;
  const kind = kindOf(size, wishes.layout, pinned, screen);
  const featured = kind === 'grid' ? undefined : (pinned ?? screen ?? wishes.speaker ?? tiles[0]?.key);
  const input = { ...size, tiles, featured, corner: wishes.corner };
  const whole = LAYOUTS[kind](input);
  const own = tiles.find((tile) => tile.own && tile.kind === 'person');
  const floating = own && whole.get(own.key);
  const hidden = wishes.ownHidden && floating?.floating ? floating : undefined;
  const places = hidden ? new Map([...whole].filter(([key]) => key !== own?.key)) : whole;
  return { kind, featured, places, pages: pagesOf(places), hidden };
}

function kindOf(
  size: Pick<LayoutInput, 'width' | 'height' | 'gap'>,
  layout: StageLayout,
  pinned: string | undefined,
  screen: string | undefined,
): Arrangement['kind'] {
  if (isTiny(size)) return 'solo';
  switch (layout) {
    case 'speaker':
      return screen && !pinned ? 'sidebar' : 'speaker';
    case 'sidebar':
      return 'sidebar';
    case 'grid':
      return pinned ? 'sidebar' : 'grid';
    default:
      return pinned || screen ? 'sidebar' : 'grid';
  }
}

/** Where not even two of the smallest tiles fit, one is shown. */
const isTiny = ({ width, height, gap }: Pick<LayoutInput, 'width' | 'height' | 'gap'>): boolean =>
  width > 0 &&
  !isLargeEnough({ width: (width - gap) / 2, height }) &&
  !isLargeEnough({ width, height: (height - gap) / 2 });

/** Screens first, the newest of them foremost; then people; oneself and one's own screen at the end. */
function inOrder(people: readonly PersonTile[], newest: string | undefined): PersonTile[] {
  const rank = ({ own, kind, key }: PersonTile) =>
    own ? (kind === 'screen' ? 3 : 4) : kind === 'person' ? 2 : Number(key !== newest);
  return [...people].sort((one, other) => rank(one) - rank(other));
}

/** @param before keys of the screens that were there */
export function inOrderOfComing(before: readonly string[], people: readonly PersonTile[]): string[] {
  const screens = people.filter(({ kind, own }) => kind === 'screen' && !own).map(({ key }) => key);
  return [...before.filter((key) => screens.includes(key)), ...screens.filter((key) => !before.includes(key))];
}

function pagesOf(places: ReadonlyMap<string, Rect>): number {
  let pages = 1;
  for (const { page = 0 } of places.values()) pages = Math.max(pages, page + 1);
  return pages;
}

/** One page of an arrangement. */
export const onPage = (places: ReadonlyMap<string, Rect>, page: number): Map<string, Rect> =>
  new Map([...places].filter(([, rect]) => rect.page === undefined || rect.page === page));

/** As the eye reads: by row, from the start. What floats comes last. */
export const asRead = (places: ReadonlyMap<string, Rect>): string[] =>
  [...places]
    .sort(
      ([, one], [, other]) => Number(!!one.floating) - Number(!!other.floating) || one.y - other.y || one.x - other.x,
    )
    .map(([key]) => key);
