import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'Registro de depuração',
  log: 'Registro',
  people: 'Pessoas',
  everyone: 'Todos',
  you: 'Você',
  allCategories: 'Tudo',
  category: 'Categoria',
  level: 'Nível mínimo',
  search: 'Filtrar',
  pause: 'Pausar',
  resume: 'Retomar',
  clear: 'Limpar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'Não foi possível copiar',
  download: 'Baixar como JSON',
  close: 'Fechar',
  empty: 'Nada encontrado.',
  newest: 'Mais recentes',
  shown: (shown, total) => (shown < total ? `${shown} mais recentes de ${total}` : `${total}`),
};
