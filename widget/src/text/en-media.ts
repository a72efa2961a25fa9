/** Words of sharing screens, of how connections do, and of sound only, in English. Apart from the others because they are loaded once one is in a room. */
import type { ScreenErrorCode } from '../core/errors.js';
import type { ErrorText } from './en-errors.js';
import { wordsOf } from './words.js';

const errors: Readonly<Record<ScreenErrorCode, ErrorText>> = {
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
  screen: {
    share: 'Share your screen',
    stop: 'Stop sharing',
    another: 'Share another screen',
    dismiss: 'Dismiss',
    shared: 'You share your screen',
    ended: 'You do not share your screen any more',
    personShares: (name: string) => `${name} shares a screen`,
    personEnded: (name: string) => `${name} does not share a screen any more`,
  },
  quality: {
    fair: 'Fair connection',
    poor: 'Poor connection',
    weak: 'Your connection is weak',
    /** With one other person, where nobody can tell whose end it is. */
    weakBetween: 'The connection is weak',
  },
  soundOnly: {
    label: 'Sound only',
    on: 'Sound only: pictures are off',
    end: 'Show pictures',
    ended: 'Pictures are on again',
  },
};

export const mediaWords = wordsOf('media', enMedia);
