import { describe, expect, it } from '@jest/globals';
import { cameraEncoding, LEAST_BPS, MOST_RELIEF, screenEncoding, within } from './encodings.js';

const HD = { width: 1280, height: 720 };

describe('the encoding of a camera', () => {
  it('is whole until it is known how large it is shown', () => {
    expect(cameraEncoding({ ...HD, shown: undefined })).toEqual({
      active: true,
      scaleResolutionDownBy: 1,
      maxFramerate: 30,
      maxBitrate: 2_500_000,
    });
  });

  it('is nothing for what is not seen', () => {
    expect(cameraEncoding({ ...HD, shown: [0, 0] }).active).toBe(false);
    expect(screenEncoding({ ...HD, shown: [0, 0] }, false).active).toBe(false);
  });

  it('is never smaller than it is shown, and hardly larger', () => {
    for (const source of [HD, { width: 640, height: 480 }, { width: 720, height: 1280 }]) {
      for (let width = 16; width <= 2560; width += 48) {
        for (const shape of [0.5, 0.8, 4 / 3, 16 / 9, 3]) {
          const height = Math.round(width / shape);
          const { scaleResolutionDownBy: scale } = cameraEncoding({ ...source, shown: [width, height] });
          // What is smaller than the tile already is sent whole.
          const fits = Math.min(source.width / width, source.height / height);
          expect(scale).toBeLessThanOrEqual(Math.max(1, fits));
          expect(scale * 1.34).toBeGreaterThanOrEqual(Math.min(8, fits) * 0.99);
        }
      }
    }
  });

  it('has fewer pictures a second and fewer bits the smaller it is shown', () => {
    const [large, middle, small, tiny] = [
      [1280, 720],
      [400, 300],
      [300, 200],
      [120, 90],
    ].map(([width = 0, height = 0]) => cameraEncoding({ ...HD, shown: [width, height] }));
    expect([large, middle, small, tiny].map((one) => one?.maxFramerate)).toEqual([30, 20, 15, 15]);
    const rates = [large, middle, small, tiny].map((one) => one?.maxBitrate ?? 0);
    expect(rates).toEqual([...rates].sort((one, other) => other - one));
    expect(rates.at(-1)).toBe(LEAST_BPS);
  });

  it('gives up pictures before size when the computer is slow, and keeps both to a useful least', () => {
    const relieved = Array.from({ length: MOST_RELIEF + 3 }, (_, relief) =>
      cameraEncoding({ ...HD, shown: [640, 360] }, relief),
    );
    expect(relieved.map(({ maxFramerate }) => maxFramerate)).toEqual([30, 20, 15, 15, 15, 15, 15]);
    expect(relieved.map(({ scaleResolutionDownBy }) => scaleResolutionDownBy)).toEqual([2, 2, 2, 2.8, 4, 4, 4]);
  });

  it('is sent whole by browsers that do not tell how large it is', () => {
    expect(cameraEncoding({ width: 0, height: 0, shown: [100, 100] })).toMatchObject({
      active: true,
      scaleResolutionDownBy: 1,
      maxBitrate: 2_500_000,
    });
  });
});

describe('the encoding of a screen', () => {
  const full = { width: 1920, height: 1080 };

  it('keeps its text sharp, calmly; a film moves', () => {
    expect(screenEncoding({ ...full, shown: [1600, 900] }, false)).toEqual({
      active: true,
      scaleResolutionDownBy: 1,
      maxFramerate: 15,
      maxBitrate: 2_500_000,
    });
    expect(screenEncoding({ ...full, shown: [1600, 900] }, true).maxFramerate).toBe(30);
  });

  it('is scaled to what is seen of it: all of it, whatever the shape of the tile', () => {
    expect(screenEncoding({ ...full, shown: [960, 900] }, false).scaleResolutionDownBy).toBe(2);
    expect(screenEncoding({ ...full, shown: [240, 135] }, false)).toMatchObject({
      scaleResolutionDownBy: 8,
      maxFramerate: 5,
    });
  });

  it('keeps its size when the computer is slow', () => {
    const slow = screenEncoding({ ...full, shown: [1920, 1080] }, false, MOST_RELIEF);
    expect(slow).toMatchObject({ scaleResolutionDownBy: 1, maxFramerate: 5 });
  });
});

describe('what may be sent in all', () => {
  const wish = cameraEncoding({ ...HD, shown: undefined });
  const hidden = cameraEncoding({ ...HD, shown: [0, 0] });
  const rates = (budget: number, ...wishes: (typeof wish)[]) =>
    within(budget, wishes).map(({ maxBitrate }) => maxBitrate);

  it('is shared alike among what is seen, and cuts nothing that fits', () => {
    expect(rates(Infinity, wish, wish)).toEqual([2_500_000, 2_500_000]);
    expect(rates(5_000_000, wish, wish)).toEqual([2_500_000, 2_500_000]);
    expect(rates(1_000_000, wish, wish)).toEqual([500_000, 500_000]);
    expect(rates(1_000_000, wish, hidden)[0]).toBe(1_000_000);
  });

  it('never gives a picture less than it needs', () => {
    expect(rates(-5, wish, wish)).toEqual([LEAST_BPS, LEAST_BPS]);
    expect(rates(100_000, ...Array<typeof wish>(50).fill(wish))[0]).toBe(LEAST_BPS);
  });
});
