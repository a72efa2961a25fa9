import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Chat',
  close: 'Fechar',
  loading: 'Carregando…',
};
