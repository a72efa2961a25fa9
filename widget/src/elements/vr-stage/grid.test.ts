import { expect } from '@open-wc/testing';
import { gridFor } from './grid.js';

describe('gridFor', () => {
  const cases: [count: number, width: number, height: number, columns: number][] = [
    [1, 1416, 816, 1],
    [2, 1416, 816, 2],
    [2, 744, 518, 2],
    [2, 1076, 816, 2],
    [3, 1416, 816, 2],
    [3, 296, 482, 1],
    [4, 1416, 816, 2],
    [4, 296, 482, 2],
    [5, 366, 760, 2],
    [5, 1076, 820, 3],
    [8, 1416, 816, 4],
    [4, 1416, 420, 4],
    [5, 1416, 816, 3],
    [5, 296, 482, 2],
    [9, 1416, 816, 3],
    [9, 744, 518, 3],
    [9, 296, 482, 2],
    [20, 1416, 816, 5],
  ];
  for (const [count, width, height, columns] of cases) {
    it(`puts ${count} on ${width}×${height} into ${columns} columns`, () => {
      expect(gridFor(count, width, height, 10).columns).to.equal(columns);
    });
  }

  it('never overflows, is never wider than 16:9, and seats everybody', () => {
    for (let count = 1; count <= 30; count += 1) {
      for (const [width, height] of [
        [1416, 816],
        [296, 482],
        [800, 120],
        [120, 800],
        [10, 10],
      ] as const) {
        const grid = gridFor(count, width, height, 10);
        const label = `${count} on ${width}×${height}`;
        expect(grid.columns * grid.rows, label).to.be.at.least(count);
        expect(grid.columns * grid.width + (grid.columns - 1) * 10, label).to.be.at.most(
          Math.max(width, (grid.columns - 1) * 10),
        );
        expect(grid.rows * grid.height + (grid.rows - 1) * 10, label).to.be.at.most(
          Math.max(height, (grid.rows - 1) * 10),
        );
        expect(grid.width, label).to.be.at.most((grid.height + 1) * (16 / 9));
      }
    }
  });

  it('lets a single tile of a narrow stage stand upright', () => {
    expect(gridFor(1, 366, 760, 10, 0.4)).to.include({ width: 366, height: 760 });
  });

  it('gives an empty stage empty tiles', () => {
    expect(gridFor(3, 0, 0, 10)).to.include({ width: 0, height: 0 });
  });
});
