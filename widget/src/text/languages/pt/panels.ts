import type { Language } from '../../words.js';

export const panels: Language['panels'] = {
  chat: 'Chat',
  close: 'Fechar',
  loading: 'Carregando…',
  unread: (count) => (count === 1 ? '1 nova mensagem' : `${count} novas mensagens`),
  site: 'Este site',
  wrote: (name, text) => `${name} escreve: ${text}`,
  wrotePrivately: (name, text) => `${name} escreve só para você: ${text}`,
};
