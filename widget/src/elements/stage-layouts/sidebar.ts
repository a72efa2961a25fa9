/**
 * One tile large, the others in a column at its end side, or in rows below it: whichever shows more of everybody. Pure.
 */
import { gridFor, NARROW_PX, rowsOf } from '../vr-stage/grid.js';
import type { Layout, LayoutInput, Rect } from '../vr-stage/layout.js';
import { inPages, PAGER_HEIGHT, pageSize, withOwnInFront } from './paged-grid.js';
import { solo } from './solo.js';

interface Size {
  width: number;
  height: number;
}

/** How the faces stand: in columns beside the large tile, or in rows below. */
interface Strip {
  side: 'end' | 'bottom';
  columns: number;
  rows: number;
  face: Size;
  /** Of the large tile. */
  large: Size;
}

const FACE_SHAPES = [16 / 9, 4 / 3];
const MOST_LINES = 3;
/** Of the stage's width or height, for one line of faces and for all. */
const LINE_SHARE = { end: 0.21, bottom: 0.25 };
const STRIP_SHARE = 0.45;
/** A wide screen on a tall stage leaves more to the faces. */
const SHARE_BELOW_SCREEN = 0.65;
/** What a pixel of the faces is worth, compared to one of the large tile. */
const FACE_WORTH = 0.5;
/** The least width per height of the large tile: a screen's shape is known about, a person may stand upright. */
const NARROWEST = { screen: 1.6, person: 1, personOnNarrow: 0.75 };
const WIDEST_PICTURE = 16 / 9;
const NARROWEST_PICTURE = 4 / 3;

/** Beside a large tile faces may be smaller than in a grid. */
const isLargeEnough = ({ width, height }: Size): boolean => width >= 96 && height >= 60;

export const sidebar: Layout = (input) => {
  const { tiles, featured } = input;
  const large = tiles.find(({ key }) => key === featured) ?? tiles[0];
  if (!large) return new Map();
  const faces = tiles.filter((tile) => tile !== large);
  const all = stripFor(faces.length, input);
  if (all) return placesOf(large.key, [faces.map(({ key }) => key)], all, input);

  const area = { ...input, height: input.height - PAGER_HEIGHT };
  const perPage = pageSize(faces.length, (count) => !!stripFor(count, area));
  const strip = stripFor(perPage, area);
  if (!strip) return solo({ ...input, featured: large.key });
  const keys = withOwnInFront(faces, perPage).map(({ key }) => key);
  return placesOf(large.key, inPages(keys, perPage), strip, area);
};

function placesOf(large: string, pages: readonly string[][], strip: Strip, input: LayoutInput): Map<string, Rect> {
  const { width, height, gap } = input;
  const beside = strip.side === 'end';
  const none = strip.columns * strip.rows === 0;
  const thickness = none
    ? 0
    : gap + (beside ? strip.columns * (strip.face.width + gap) : strip.rows * (strip.face.height + gap)) - gap;
  const x = Math.floor((width - strip.large.width - (beside ? thickness : 0)) / 2);
  const y = Math.floor((height - strip.large.height - (beside ? 0 : thickness)) / 2);
  const places = new Map<string, Rect>([[large, { x, y, ...strip.large }]]);
  const left = beside ? x + strip.large.width + gap : 0;
  const top = beside ? 0 : y + strip.large.height + gap;
  const area = beside ? { width: thickness - gap, height, gap } : { width, height: thickness - gap, gap };
  for (const [page, keys] of pages.entries()) {
    const grid = { ...strip.face, columns: strip.columns, rows: strip.rows };
    for (const [key, rect] of rowsOf(keys, area, grid)) {
      const place = { ...rect, x: rect.x + left, y: rect.y + top };
      places.set(key, pages.length > 1 ? { ...place, page } : place);
    }
  }
  return places;
}

/** The best way to show so many faces beside the large tile; undefined if they would be too small. */
function stripFor(count: number, input: LayoutInput): Strip | undefined {
  if (count === 0)
    return { side: 'end', columns: 0, rows: 0, face: { width: 0, height: 0 }, large: largeIn(input, input) };
  let best: Strip | undefined;
  let bestWorth = 0;
  for (const side of ['end', 'bottom'] as const) {
    for (let lines = 1; lines <= Math.min(MOST_LINES, count); lines += 1) {
      for (const shape of FACE_SHAPES) {
        const strip = candidate(side, lines, count, shape, input);
        if (!isLargeEnough(strip.face) || strip.large.width < strip.face.width) continue;
        const worth = worthOf(strip.large, input) + FACE_WORTH * count * strip.face.width * strip.face.height;
        if (worth <= bestWorth) continue;
        best = strip;
        bestWorth = worth;
      }
    }
  }
  return best;
}

function candidate(side: Strip['side'], lines: number, count: number, shape: number, input: LayoutInput): Strip {
  const { width, height, gap } = input;
  const perLine = Math.ceil(count / lines);
  const share = (length: number, of: number) => (length - gap * (of - 1)) / of;
  const belowScreen = side === 'bottom' && isScreen(input);
  const thickest = (length: number) =>
    Math.min(
      length * (belowScreen ? SHARE_BELOW_SCREEN : LINE_SHARE[side]),
      share(length * (belowScreen ? SHARE_BELOW_SCREEN : STRIP_SHARE), lines) - gap,
    );
  const faceHeight =
    side === 'end'
      ? Math.min(share(height, perLine), thickest(width) / shape)
      : Math.min(share(width, perLine) / shape, thickest(height));
  const face = { width: Math.floor(faceHeight * shape), height: Math.floor(faceHeight) };
  const left =
    side === 'end'
      ? { width: width - lines * (face.width + gap), height }
      : { width, height: height - lines * (face.height + gap) };
  const [columns, rows] = side === 'end' ? [lines, perLine] : [perLine, lines];
  return { side, columns, rows, face, large: largeIn(left, input) };
}

/** The large tile in what is left for it. */
function largeIn({ width, height }: Size, stage: LayoutInput): Size {
  const { screen, person, personOnNarrow } = NARROWEST;
  const narrowest = isScreen(stage) ? screen : stage.width < NARROW_PX ? personOnNarrow : person;
  const grid = gridFor(1, width, height, 0, narrowest);
  return { width: grid.width, height: grid.height };
}

const isScreen = ({ tiles, featured }: LayoutInput): boolean =>
  tiles.some(({ key, kind }) => key === featured && kind === 'screen');

/** What a large tile shows: of a screen the picture, of a person also what is around it, but that is worth less. */
function worthOf({ width, height }: Size, stage: LayoutInput): number {
  const pictureWidth = Math.min(width, height * WIDEST_PICTURE);
  if (isScreen(stage)) return (pictureWidth * pictureWidth) / WIDEST_PICTURE;
  return (pictureWidth * Math.min(height, pictureWidth / NARROWEST_PICTURE) + width * height) / 2;
}
