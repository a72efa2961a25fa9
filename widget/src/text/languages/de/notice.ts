import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: 'Es wird auf eine Einladung gewartet',
  waitingHint: 'Der Raum öffnet sich, sobald die Seite ein Token dafür hat.',
  rejoin: 'Wieder beitreten',
  replacedHint: 'Sie haben es in einem anderen Fenster oder Tab geöffnet.',
  expiredHint: 'Öffnen Sie die Seite erneut oder bitten Sie um einen neuen Link.',
  useHere: 'Hier weiterführen',
};
