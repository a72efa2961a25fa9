/** What fills the element while one is not in a room, in English, beyond what is said when one goes. */
import { wordsOf } from './words.js';

export const enNotice = {
  waiting: 'Waiting for an invitation',
  waitingHint: 'This room opens once the page has a token for it.',
  rejoin: 'Join again',
  replacedHint: 'You opened it in another window or tab.',
  expiredHint: 'Open the page again, or ask for a new link.',
  useHere: 'Use it here',
};

export const noticeWords = wordsOf('notice', enNotice);
