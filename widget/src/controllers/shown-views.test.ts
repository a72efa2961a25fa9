import { expect } from '@open-wc/testing';
import { viewsOf } from './shown-views.js';

describe('viewsOf', () => {
  it('tells for each of the others how large camera and screen are, in device pixels', () => {
    const views = viewsOf(
      new Map<string, [number, number]>([
        ['p1', [100, 75]],
        ['p2/screen', [640, 360]],
        ['p2', [0, 0]],
        ['own', [100, 75]],
        ['own/screen', [100, 75]],
      ]),
      2,
    );
    expect([...views]).to.deep.equal([
      ['p1', { camera: [200, 150], screen: [0, 0] }],
      ['p2', { camera: [0, 0], screen: [1280, 720] }],
    ]);
  });
});
