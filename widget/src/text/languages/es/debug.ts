import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'Registro de depuración',
  log: 'Registro',
  people: 'Personas',
  everyone: 'Todos',
  you: 'Usted',
  allCategories: 'Todo',
  category: 'Categoría',
  level: 'Nivel mínimo',
  search: 'Filtrar',
  pause: 'Pausar',
  resume: 'Reanudar',
  clear: 'Vaciar',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se pudo copiar',
  download: 'Descargar como JSON',
  close: 'Cerrar',
  empty: 'Sin resultados.',
  newest: 'Más recientes',
  shown: (shown, total) => (shown < total ? `${shown} más recientes de ${total}` : `${total}`),
};
