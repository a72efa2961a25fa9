import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: 'Aguardando um convite',
  waitingHint: 'A sala abre assim que a página tiver um token para ela.',
  rejoin: 'Entrar de novo',
  replacedHint: 'Você a abriu em outra janela ou aba.',
  expiredHint: 'Abra a página de novo ou peça um novo link.',
  useHere: 'Usar aqui',
};
