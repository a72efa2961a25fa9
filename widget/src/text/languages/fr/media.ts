import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'insecure-context': {
      title: 'Ni caméra ni micro sur cette page',
      hint: 'Les navigateurs ne les autorisent que sur les pages ouvertes en https.',
    },
    'device-denied': {
      title: 'L’accès a été refusé',
      hint: 'Autorisez-le dans la barre d’adresse du navigateur, puis cliquez pour réessayer.',
    },
    'device-not-found': {
      title: 'Aucun appareil trouvé',
      hint: 'Branchez-en un, puis cliquez pour réessayer.',
    },
    'device-in-use': {
      title: 'Utilisé par un autre programme',
      hint: 'Fermez ce programme, puis cliquez pour réessayer.',
    },
    'device-failed': { title: 'Le démarrage a échoué', hint: 'Cliquez pour réessayer.' },
    'device-lost': { title: 'L’appareil a été débranché', hint: 'Rebranchez-le, puis cliquez pour réessayer.' },
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
  devices: 'Caméra ou micro',
  screen: {
    share: 'Partager votre écran',
    stop: 'Arrêter le partage',
    dismiss: 'Fermer',
    shared: 'Vous partagez votre écran',
    ended: 'Vous ne partagez plus votre écran',
    personShares: (name) => `${name} partage un écran`,
    personEnded: (name) => `${name} ne partage plus d’écran`,
  },
};
