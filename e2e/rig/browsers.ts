/** Real browsers with fake devices. Each Chromium has a camera picture of its own, so it is a process of its own. */
import { existsSync } from 'node:fs';
import { chromium, firefox, type Browser } from '@playwright/test';
import { findWholeChromium } from '../../scripts/browsers.mjs';
import { writeClip, type ClipKind, type ColourName } from './camera-clip.js';
import { CLIPS } from './paths.js';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
];

/** The engine alone, which opens pages in half the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** CHROME_PATH, else a usual place, else Playwright's own. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROME_PATH'] ?? (existsSync(SHELL) ? SHELL : findWholeChromium());

/**
 * The same with windows, tabs, pages of its own and flags that the engine alone does not know.
 * @throws Error if there is none.
 */
export function wholeChromiumPath(): string {
  const found = findWholeChromium();
  if (!found)
    throw new Error('There is no whole Chromium: install it (Debian: apt-get install chromium) or set CHROME_PATH');
  return found;
}

export const FIREFOX_PATH =
  process.env['FIREFOX_PATH'] ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((place) => existsSync(place));

export interface Launching {
  /** Arguments beside those that tests need. */
  extra?: readonly string[];
  /** Arguments that Playwright gives by default and that are left out. */
  without?: string[];
  /** Another program that runs it. */
  executablePath?: string;
  clip?: ClipKind;
}

export function launchChromium(colour: ColourName, launching: Launching = {}): Promise<Browser> {
  const { extra = [], without = [], executablePath = chromiumPath(), clip } = launching;
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...CHROMIUM_ARGUMENTS, `--use-file-for-fake-video-capture=${writeClip(CLIPS, colour, clip)}`, ...extra],
    ignoreDefaultArgs: without,
  });
}

/** @param preferences beside those that tests need. */
export function launchFirefox(preferences: Record<string, string> = {}): Promise<Browser> {
  if (!FIREFOX_PATH) throw new Error('There is no Firefox on this machine');
  return firefox.launch({
    channel: 'moz-firefox',
    executablePath: FIREFOX_PATH,
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
      ...preferences,
    },
  });
}
