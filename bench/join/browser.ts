/** The browser both pages run in. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { chromiumPath } from '../../e2e/rig/browsers.js';
import { writeCameraClip, type CameraPicture } from './camera-clip.js';

/** One Chromium for all rounds. Addresses are not hidden behind mDNS names: looking them up is not what is measured. */
export function launchBrowser(camera: CameraPicture = {}): Promise<Browser> {
  const clip = path.join(mkdtempSync(path.join(tmpdir(), 'video-room-bench-')), 'camera.y4m');
  writeCameraClip(clip, camera);
  const executablePath = chromiumPath();
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
