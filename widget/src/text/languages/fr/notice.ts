import type { Language } from '../../words.js';

export const notice: Language['notice'] = {
  waiting: 'En attente d’une invitation',
  waitingHint: 'La salle s’ouvrira dès que la page aura un jeton pour elle.',
  rejoin: 'Revenir',
  replacedHint: 'Vous l’avez ouvert dans une autre fenêtre ou un autre onglet.',
  expiredHint: 'Rouvrez la page ou demandez un nouveau lien.',
  useHere: 'Continuer ici',
};
