import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Discussion',
  close: 'Fermer',
  loading: 'Chargement…',
  unread: (count) => (count === 1 ? '1 nouveau message' : `${count} nouveaux messages`),
  site: 'Ce site',
  wrote: (name, text) => `${name} écrit : ${text}`,
  wrotePrivately: (name, text) => `${name} écrit uniquement à vous : ${text}`,
};
