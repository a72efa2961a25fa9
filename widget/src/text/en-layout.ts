/** Words of layouts, pages, pinning and windows, in English. Apart from the others because they are loaded when needed. */
import { wordsOf } from './words.js';

export const enLayout = {
  label: 'Layout',
  auto: 'Automatic',
  grid: 'Grid',
  speaker: 'Speaker',
  sidebar: 'Sidebar',
  pin: (name: string) => `Pin ${name}`,
  pages: 'Pages',
  page: (page: number, pages: number) => `${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  toPage: (page: number) => `Page ${page}`,
  own: 'Your picture: move it with the arrow keys',
  hideOwn: 'Hide your picture',
  showOwn: 'Show your picture',
  ownScreen: 'You share your screen',
  stopSharing: 'Stop sharing',
  fullscreen: 'Full screen',
  pictureInPicture: 'Small window',
  elsewhere: 'The call is in a small window',
  back: 'Bring it back',
};

export const layoutWords = wordsOf('layout', enLayout);
