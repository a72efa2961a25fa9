import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Discussion',
  close: 'Fermer',
  loading: 'Chargement…',
};
