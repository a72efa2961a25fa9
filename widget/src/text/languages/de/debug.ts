import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'Debug-Protokoll',
  log: 'Protokoll',
  people: 'Personen',
  everyone: 'Alle',
  you: 'Sie',
  allCategories: 'Alles',
  category: 'Kategorie',
  level: 'Mindeststufe',
  search: 'Filtern',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  clear: 'Leeren',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren fehlgeschlagen',
  download: 'Als JSON herunterladen',
  close: 'Schließen',
  empty: 'Nichts gefunden.',
  newest: 'Neueste',
  shown: (shown, total) => (shown < total ? `neueste ${shown} von ${total}` : `${total}`),
};
