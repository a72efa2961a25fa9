/** Words of the debug overlay, in English. Apart from the others because the overlay is loaded only when opened. */
import { wordsOf } from './words.js';

export const enDebug = {
  label: 'Debug log',
  log: 'Log',
  people: 'People',
  everyone: 'Everyone',
  you: 'You',
  allCategories: 'Everything',
  category: 'Category',
  level: 'Least level',
  search: 'Filter',
  pause: 'Pause',
  resume: 'Resume',
  clear: 'Clear',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying failed',
  download: 'Download as JSON',
  close: 'Close',
  empty: 'Nothing matches.',
  newest: 'Newest',
  shown: (shown: number, total: number) => (shown < total ? `newest ${shown} of ${total}` : `${total}`),
};

export const debugWords = wordsOf('debug', enDebug);
