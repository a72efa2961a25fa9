import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Chat',
  close: 'Cerrar',
  loading: 'Cargando…',
  unread: (count) => (count === 1 ? '1 mensaje nuevo' : `${count} mensajes nuevos`),
  site: 'Este sitio',
  wrote: (name, text) => `${name} escribe: ${text}`,
  wrotePrivately: (name, text) => `${name} le escribe solo a usted: ${text}`,
};
