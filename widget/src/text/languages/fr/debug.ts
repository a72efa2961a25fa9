import type { Language } from '../../words.js';

export const debug: Language['debug'] = {
  label: 'Journal de débogage',
  log: 'Journal',
  people: 'Personnes',
  everyone: 'Tous',
  you: 'Vous',
  allCategories: 'Tout',
  category: 'Catégorie',
  level: 'Niveau minimal',
  search: 'Filtrer',
  pause: 'Suspendre',
  resume: 'Reprendre',
  clear: 'Vider',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed: 'La copie a échoué',
  download: 'Télécharger en JSON',
  close: 'Fermer',
  empty: 'Aucun résultat.',
  newest: 'Plus récents',
  shown: (shown, total) => (shown < total ? `les ${shown} plus récents sur ${total}` : `${total}`),
};
