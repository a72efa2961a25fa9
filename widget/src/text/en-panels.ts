/** Words of the panels beside the stage and of their buttons, in English. Apart from the others because they are loaded later. */
import { wordsOf } from './words.js';

export const enPanels = {
  chat: 'Chat',
  close: 'Close',
  loading: 'Loading…',
};

export const panelWords = wordsOf('panels', enPanels);
