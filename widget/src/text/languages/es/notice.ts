import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: 'A la espera de una invitación',
  waitingHint: 'La sala se abrirá cuando la página tenga un token para ella.',
  rejoin: 'Volver a entrar',
  replacedHint: 'La ha abierto en otra ventana o pestaña.',
  expiredHint: 'Vuelva a abrir la página o pida un enlace nuevo.',
  useHere: 'Usar aquí',
};
