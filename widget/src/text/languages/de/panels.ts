import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Chat',
  close: 'Schließen',
  loading: 'Wird geladen …',
  unread: (count) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  site: 'Diese Website',
  wrote: (name, text) => `${name} schreibt: ${text}`,
  wrotePrivately: (name, text) => `${name} schreibt nur Ihnen: ${text}`,
};
