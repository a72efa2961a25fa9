import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gridLayout, gridFor } from '../vr-stage/grid.js';
import type { Layout, LayoutInput, LayoutTile, Rect } from '../vr-stage/layout.js';
import { pagedGrid } from './paged-grid.js';
import { sidebar } from './sidebar.js';
import { solo } from './solo.js';
import { speaker } from './speaker.js';

const LAYOUTS: Record<string, Layout> = { gridLayout, pagedGrid, sidebar, speaker, solo };

const tilesOf = (others: number, screens: number, ownScreen: boolean): LayoutTile[] => [
  ...Array.from({ length: screens }, (_, index) => ({ key: `s${index}/screen`, own: false, kind: 'screen' as const })),
  ...Array.from({ length: others }, (_, index) => ({ key: `p${index}`, own: false, kind: 'person' as const })),
  ...(ownScreen ? [{ key: 'me/screen', own: true, kind: 'screen' as const }] : []),
  { key: 'own', own: true, kind: 'person' },
];

const inputs: fc.Arbitrary<LayoutInput> = fc
  .record({
    others: fc.nat({ max: 30 }),
    screens: fc.nat({ max: 3 }),
    ownScreen: fc.boolean(),
    width: fc.integer({ min: 120, max: 2800 }),
    height: fc.integer({ min: 90, max: 1600 }),
    gap: fc.integer({ min: 0, max: 24 }),
    featured: fc.nat(),
    corner: fc.constantFrom('top-start' as const, 'top-end' as const, 'bottom-start' as const, 'bottom-end' as const),
  })
  .map(({ others, screens, ownScreen, featured, ...rest }) => {
    const tiles = tilesOf(others, screens, ownScreen);
    return { ...rest, tiles, featured: tiles[featured % tiles.length]?.key };
  });

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const together = (one: Rect, other: Rect): boolean =>
  one.page === undefined || other.page === undefined || one.page === other.page;

describe.each(Object.entries(LAYOUTS))('the layout %s', (_name, layout) => {
  it('gives everybody a place on a page, and all pages somebody', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const places = layout(input);
        expect([...places.keys()].sort()).toEqual(input.tiles.map(({ key }) => key).sort());
        const pages = new Set([...places.values()].map(({ page = 0 }) => page));
        expect([...pages].sort((one, other) => one - other)).toEqual([...pages.keys()].map((_page, index) => index));
      }),
    );
  });

  it('keeps everybody inside the stage, and nobody over another unless it floats', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const rects = [...layout(input).values()];
        for (const rect of rects) {
          if (rect.width <= 0 || rect.height <= 0) continue;
          expect(rect.x).toBeGreaterThanOrEqual(-1);
          expect(rect.y).toBeGreaterThanOrEqual(-1);
          expect(rect.x + rect.width).toBeLessThanOrEqual(input.width + 1);
          expect(rect.y + rect.height).toBeLessThanOrEqual(input.height + 1);
        }
        const flat = rects.filter(({ floating }) => !floating);
        for (const [index, one] of flat.entries())
          for (const other of flat.slice(index + 1)) if (together(one, other)) expect(overlap(one, other)).toBe(false);
      }),
    );
  });
});

describe('the grid', () => {
  it('has no smaller tiles than one row, one column or a square of them', () => {
    const sizes = {
      count: fc.integer({ min: 1, max: 30 }),
      width: fc.integer({ min: 200, max: 2800 }),
      height: fc.integer({ min: 120, max: 1600 }),
    };
    fc.assert(
      fc.property(fc.record(sizes), ({ count, width, height }) => {
        const best = gridFor(count, width, height, 10);
        const picture = (one: { width: number; height: number }) => {
          const across = Math.min(one.width, (one.height * 16) / 9);
          return across * Math.min(one.height, (across * 3) / 4);
        };
        for (const columns of [1, count, Math.ceil(Math.sqrt(count))]) {
          const rows = Math.ceil(count / columns);
          const cell = { width: (width - 10 * (columns - 1)) / columns, height: (height - 10 * (rows - 1)) / rows };
          if (cell.width <= 0 || cell.height <= 0) continue;
          const tileWidth = Math.min(cell.width, (cell.height * 16) / 9);
          const tile = { width: tileWidth, height: Math.min(cell.height, tileWidth / 0.8) };
          const larger =
            picture(tile) > picture(best) * 1.03 && tile.width * tile.height > best.width * best.height * 1.03;
          // Whole pixels take their share of very small tiles.
          if (tileWidth > 60) expect(larger).toBe(false);
        }
      }),
    );
  });

  it('goes on to another page before tiles get too small, and shows oneself on the first', () => {
    const places = pagedGrid({ tiles: tilesOf(24, 0, false), width: 700, height: 420, gap: 10 });
    expect(places.get('p23')?.page).toBeGreaterThan(0);
    expect(places.get('own')?.page).toBe(0);
    for (const { width, height } of places.values()) expect(width * height).toBeGreaterThanOrEqual(12_000);
  });
});

describe('the sidebar', () => {
  const input = { tiles: tilesOf(4, 1, false), gap: 10, featured: 's0/screen' };
  const area = ({ width, height }: Rect) => width * height;

  it('shows one larger than all others, which are of one size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 2800 }), fc.integer({ min: 300, max: 1600 }), (width, height) => {
        const { [input.featured]: large, ...faces } = Object.fromEntries(sidebar({ ...input, width, height }));
        expect(new Set(Object.values(faces).map((face) => `${face.width}×${face.height}`)).size).toBe(1);
        for (const face of Object.values(faces)) expect(area(large!)).toBeGreaterThan(area(face));
      }),
    );
  });

  it('puts the others at the end side where the stage is wide, below where it is tall', () => {
    const wide = sidebar({ ...input, width: 1416, height: 816 });
    expect(wide.get('p0')!.x).toBeGreaterThan(wide.get(input.featured)!.width);
    const tall = sidebar({ ...input, width: 366, height: 760 });
    expect(tall.get('p0')!.y).toBeGreaterThan(tall.get(input.featured)!.height);
  });

  it('shows the large one on every page, and oneself on the first', () => {
    const places = sidebar({ ...input, tiles: tilesOf(30, 1, false), width: 500, height: 400 });
    expect(places.get(input.featured)!.page).toBe(undefined);
    expect(places.get('own')!.page).toBe(0);
    expect(places.get('p29')!.page).toBeGreaterThan(0);
  });
});

describe('the speaker layout', () => {
  it('lets oneself float on who is large, in the corner chosen', () => {
    const input = { tiles: tilesOf(3, 0, false), width: 800, height: 500, gap: 10, featured: 'p1' };
    const large = speaker(input).get('p1')!;
    for (const corner of ['top-start', 'top-end', 'bottom-start', 'bottom-end'] as const) {
      const own = speaker({ ...input, corner }).get('own')!;
      expect(own.floating).toBe(true);
      expect(own.x + own.width / 2 > large.x + large.width / 2).toBe(corner.endsWith('end'));
      expect(own.y + own.height / 2 > large.y + large.height / 2).toBe(corner.startsWith('bottom'));
    }
  });
});
