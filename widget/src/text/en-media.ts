/** Words of what goes wrong with devices, and of sharing screens, in English. Apart from the others because they are loaded once one is in a room. */
import type { ErrorText, MediaErrorCode } from './errors-en.js';
import { wordsOf } from './words.js';

const errors: Readonly<Record<MediaErrorCode, ErrorText>> = {
  'insecure-context': {
    title: 'No camera or microphone on this page',
    hint: 'Browsers allow them only on pages opened with https.',
  },
  'device-denied': {
    title: 'Access was refused',
    hint: 'Allow it in the address bar of the browser, then click to try again.',
  },
  'device-not-found': { title: 'No device found', hint: 'Connect one, then click to try again.' },
  'device-in-use': { title: 'Used by another program', hint: 'Close that program, then click to try again.' },
  'device-failed': { title: 'It could not be started', hint: 'Click to try again.' },
  'device-lost': { title: 'It was disconnected', hint: 'Connect it again, then click to try again.' },
  'screen-denied': { title: 'No screen was chosen', hint: 'Click to try again.' },
  'screen-blocked': {
    title: 'Sharing screens is not allowed here',
    hint: 'Allow it for the browser in the settings of the system. If it is allowed there, tell the site’s owner.',
  },
  'screen-unsupported': {
    title: 'This browser cannot share screens',
    hint: 'Use a current browser on a computer.',
  },
  'screen-needs-gesture': { title: 'The screen was not shared', hint: 'Click the button for it yourself.' },
  'screen-failed': { title: 'The screen could not be shared', hint: 'Click to try again.' },
};

export const enMedia = {
  errors,
  devices: 'Camera or microphone',
  screen: {
    share: 'Share your screen',
    stop: 'Stop sharing',
    dismiss: 'Dismiss',
    shared: 'You share your screen',
    ended: 'You do not share your screen any more',
    personShares: (name: string) => `${name} shares a screen`,
    personEnded: (name: string) => `${name} does not share a screen any more`,
  },
};

export const mediaWords = wordsOf('media', enMedia);
