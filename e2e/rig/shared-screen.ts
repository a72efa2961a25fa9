/**
 * Screens a test can recognise: `getDisplayMedia` gives a canvas painted in the colours asked for, one after the other,
 * each with a line that moves. (Browsers without a display have no screen to share, and no dialog a test could answer.)
 */
import type { Page } from '@playwright/test';
import { COLOURS, type ColourName } from './camera-clip.js';

const WIDTH = 1280;
const HEIGHT = 720;

/** From now on, sharing gives these screens in turn; after the last one the person says no. */
export async function giveScreens(page: Page, ...colours: ColourName[]): Promise<void> {
  await page.evaluate(
    ([fills, width, height]) => {
      window.sharedScreens = [];
      navigator.mediaDevices.getDisplayMedia = () => {
        const fill = fills.shift();
        if (!fill) return Promise.reject(new DOMException('Permission denied by user', 'NotAllowedError'));
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [width, height];
        const context = canvas.getContext('2d');
        let line = 0;
        const timer = setInterval(() => {
          if (!context) return;
          context.fillStyle = fill;
          context.fillRect(0, 0, width, height);
          context.fillStyle = '#000';
          context.fillRect(0, (line += 4) % (height / 4), width, 2);
        }, 50);
        const stream = canvas.captureStream(15);
        const [track] = stream.getVideoTracks();
        const stop = track?.stop.bind(track);
        if (track && stop) {
          track.stop = () => {
            clearInterval(timer);
            stop();
          };
          window.sharedScreens.push(track);
        }
        return Promise.resolve(stream);
      };
    },
    [colours.map((name) => `rgb(${COLOURS[name].join(' ')})`), WIDTH, HEIGHT] as const,
  );
}

/** As when the person ends it in the browser's own bar. */
export async function endInBrowser(page: Page): Promise<void> {
  await page.evaluate(() => {
    const track = window.sharedScreens.at(-1);
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
  });
}

declare global {
  interface Window {
    sharedScreens: MediaStreamTrack[];
  }
}
