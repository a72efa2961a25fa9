import { describe, expect, it } from '@jest/globals';
import { LinkViews } from './link-views.js';

describe('how large pictures are shown at the two ends', () => {
  it('hides what this end has said to show on no space, and nothing it has said nothing of', () => {
    const views = new LinkViews();
    expect(views.isHidden('camera')).toBe(false);
    views.show({ camera: [0, 0], screen: [640, 360] });
    expect(views.isHidden('camera')).toBe(true);
    expect(views.isHidden('screen')).toBe(false);
    expect(views.isHidden('microphone')).toBe(false);
  });

  it('has to say again what it said before a screen arrived', () => {
    const views = new LinkViews({ camera: [0, 0], screen: [0, 0] });
    views.screenArrived();
    expect(views.isHidden('screen')).toBe(false);
    expect(views.show({ camera: [0, 0], screen: [0, 0] })).toBe(true);
  });

  it('takes a screen that begins for large until the other end has laid it out', () => {
    const views = new LinkViews();
    views.told({ camera: [320, 180], screen: [0, 0] });
    views.screenBegins();
    expect(views.shown('screen')).toBeUndefined();
    expect(views.shown('camera')).toEqual([320, 180]);
  });
});
