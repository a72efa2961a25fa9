/** Words of the panels beside the stage and of their buttons, in English. Apart from the others because they are loaded later. */
import { wordsOf } from './words.js';

export const enPanels = {
  chat: 'Chat',
  close: 'Close',
  loading: 'Loading…',
  unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  /** Who wrote it, where that is nobody: what the page's own server writes. */
  site: 'This site',
  /** Said to those who do not see, while the chat is closed. */
  wrote: (name: string, text: string) => `${name} writes: ${text}`,
  wrotePrivately: (name: string, text: string) => `${name} writes to you alone: ${text}`,
};

export const panelWords = wordsOf('panels', enPanels);
