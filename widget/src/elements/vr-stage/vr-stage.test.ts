import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../wait-until.js';
import type { PersonTile } from '../../controllers/people-tiles.js';
import '../vr-tile/vr-tile.js';
import type { VrStage } from './vr-stage.js';
import './vr-stage.js';

const person = (key: string): PersonTile => ({
  key,
  kind: 'person',
  id: key,
  identity: 'ben',
  name: key,
  own: key === 'own',
  camera: undefined,
  muted: false,
  speaking: false,
  loudest: false,
  status: 'live',
});

const people = (...keys: string[]) => keys.map(person);

async function stageOf(width: number, height: number, ...keys: string[]): Promise<VrStage> {
  const frame = await fixture<HTMLElement>(html`<div><vr-stage .people=${people(...keys)}></vr-stage></div>`);
  const stage = frame.querySelector('vr-stage')!;
  stage.style.width = `${width}px`;
  stage.style.height = `${height}px`;
  await waitUntil(() => tiles(stage).some((tile) => tile.offsetWidth > 0), 'tiles have a size');
  await nextFrame();
  return stage;
}

const tiles = (stage: VrStage) => [...stage.shadowRoot!.querySelectorAll('vr-tile')];
const tileOf = (stage: VrStage, key: string) => tiles(stage).find(({ person: shown }) => shown?.key === key)!;

describe('vr-stage', () => {
  it('is accessible', async () => {
    await expect(await stageOf(600, 400, 'a', 'b', 'own')).to.be.accessible();
  });

  for (const [width, height] of [
    [1416, 816],
    [744, 518],
    [296, 482],
  ] as const) {
    it(`keeps everybody inside ${width}×${height}, apart, and of one size`, async () => {
      for (const count of [1, 3, 5, 9]) {
        const others = Array.from({ length: count - 1 }, (_, index) => `p${index}`);
        const stage = await stageOf(width, height, ...others, 'own');
        const outer = stage.getBoundingClientRect();
        const boxes = tiles(stage).map((tile) => tile.getBoundingClientRect());
        expect(new Set(boxes.map((box) => `${box.width}x${box.height}`)).size).to.equal(1);
        for (const box of boxes) {
          expect(box.left >= outer.left && box.right <= outer.right, 'within the width').to.equal(true);
          expect(box.top >= outer.top && box.bottom <= outer.bottom, 'within the height').to.equal(true);
        }
      }
    });
  }

  it('puts oneself last on screen', async () => {
    const stage = await stageOf(1000, 400, 'a', 'own');
    expect(tileOf(stage, 'own').getBoundingClientRect().left).above(tileOf(stage, 'a').getBoundingClientRect().left);
  });

  it('lets one’s own picture float on a narrow stage with one other person', async () => {
    const stage = await stageOf(366, 760, 'a', 'own');
    const own = tileOf(stage, 'own').getBoundingClientRect();
    const other = tileOf(stage, 'a').getBoundingClientRect();
    expect(own.width).below(other.width / 2);
    expect(own.right < other.right && own.bottom < other.bottom && own.left > other.left).to.equal(true);
  });

  it('moves nobody to another element when somebody leaves', async () => {
    const stage = await stageOf(1000, 400, 'a', 'b', 'c', 'own');
    const before = tileOf(stage, 'c');
    stage.people = people('b', 'c', 'own');
    await stage.updateComplete;
    expect(tileOf(stage, 'c')).to.equal(before);
    expect(tiles(stage)).to.have.length(3);
  });
});
