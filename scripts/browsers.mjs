/** Finds the programs the tests need: browsers and coturn. Tries to install Chromium where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The same engine without the browser's own windows, which take as long to open as a page does: preferred. */
const HEADLESS_SHELL = 'chromium-headless-shell';
const WHOLE_NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];

const CHROMIUM_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {Promise<string | undefined>} CHROME_PATH, else a headless shell or a whole Chromium in a usual place, else Playwright's. */
export async function findChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  const installed = onPath([HEADLESS_SHELL, ...WHOLE_NAMES]) ?? CHROMIUM_ELSEWHERE.find(existsSync);
  if (installed) return installed;
  const { chromium } = await import('@playwright/test');
  if (!existsSync(chromium.executablePath())) {
    console.log('No Chromium found. Trying to install Playwright’s own …');
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/**
 * @param {string} [found] a Chromium that is taken if it is a whole one; default: CHROME_PATH.
 * @returns {string | undefined} path of a Chromium with windows, tabs and pages of its own.
 */
export const findWholeChromium = (found = process.env['CHROME_PATH']) =>
  found && !found.includes('headless') ? found : (onPath(WHOLE_NAMES) ?? CHROMIUM_ELSEWHERE.find(existsSync));

/** @returns {string | undefined} path of a Firefox. */
export const findFirefox = () => process.env['FIREFOX_PATH'] ?? onPath(FIREFOX_NAMES);

/** @returns {string | undefined} path of coturn. */
export const findCoturn = () => process.env['TURNSERVER_PATH'] ?? onPath(['turnserver']);

function onPath(names) {
  const folders = ['/usr/bin', '/usr/sbin', ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}
