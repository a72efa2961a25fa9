import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: 'Aucun écran choisi', hint: 'Cliquez pour réessayer.' },
    'screen-blocked': {
      title: 'Le partage d’écran n’est pas autorisé ici',
      hint: 'Autorisez-le pour le navigateur dans les réglages du système. S’il l’est déjà, signalez-le au propriétaire du site.',
    },
    'screen-unsupported': {
      title: 'Ce navigateur ne permet pas le partage d’écran',
      hint: 'Utilisez un navigateur récent sur un ordinateur.',
    },
    'screen-needs-gesture': { title: 'L’écran n’a pas été partagé', hint: 'Cliquez vous-même sur le bouton.' },
    'screen-failed': { title: 'Le partage d’écran a échoué', hint: 'Cliquez pour réessayer.' },
  },
  screen: {
    share: 'Partager votre écran',
    stop: 'Arrêter le partage',
    another: 'Partager un autre écran',
    dismiss: 'Fermer',
    shared: 'Vous partagez votre écran',
    ended: 'Vous ne partagez plus votre écran',
    personShares: (name) => `${name} partage un écran`,
    personEnded: (name) => `${name} ne partage plus d’écran`,
  },
  quality: {
    fair: 'Connexion moyenne',
    poor: 'Mauvaise connexion',
    weak: 'Votre connexion est faible',
    weakBetween: 'La connexion est faible',
  },
  soundOnly: {
    label: 'Son uniquement',
    on: 'Son uniquement : sans images',
    end: 'Afficher les images',
    ended: 'Les images sont de retour',
  },
};
