import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Chat',
  close: 'Cerrar',
  loading: 'Cargando…',
};
