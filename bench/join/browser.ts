/** The browser both pages run in. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { wholeChromiumPath } from '../../e2e/rig/browsers.js';
import { writeCameraClip, type CameraPicture } from './camera-clip.js';

/** One Chromium for all rounds. Addresses are not hidden behind mDNS names: looking them up is not what is measured. */
export function launchBrowser(camera: CameraPicture = {}): Promise<Browser> {
  const clip = path.join(mkdtempSync(path.join(tmpdir(), 'video-room-bench-')), 'camera.y4m');
  writeCameraClip(clip, camera);
  const executablePath = wholeChromiumPath();
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${clip}`,
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-quic',
    ],
  });
}

/**
 * Opens a page that keeps its peer connections, and waits until its script has run.
 * @param viewport in CSS pixels: what is seen large costs more to send and to draw.
 */
export async function openWatched(
  browser: Browser,
  url: string,
  viewport = { width: 1280, height: 720 },
): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage();
  await page.addInitScript(() => {
    const Original = window.RTCPeerConnection;
    window.peerConnections = [];
    window.RTCPeerConnection = class extends Original {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.peerConnections.push(this);
      }
    };
  });
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  return page;
}
