import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: 'Lever la main',
    lower: 'Baisser la main',
    up: 'Main levée',
    place: (place, hands) => `Main levée, ${place} sur ${hands}`,
    raised: (name) => `${name} lève la main`,
    lowered: 'Votre main a été baissée',
  },
  reactions: {
    open: 'Réagir',
    label: 'Réactions',
    reacted: (name, emoji) => `${name} réagit : ${emoji}`,
    names: {
      '👍': 'Pouce levé',
      '👏': 'Applaudissements',
      '❤️': 'Cœur',
      '😂': 'Rire',
      '😮': 'Surprise',
      '🎉': 'Fête',
    },
  },
  muted: {
    microphone: { unnamed: 'Votre micro a été coupé', by: (name) => `${name} a coupé votre micro` },
    camera: { unnamed: 'Votre caméra a été coupée', by: (name) => `${name} a coupé votre caméra` },
    screen: { unnamed: 'Votre écran n’est plus partagé', by: (name) => `${name} a arrêté le partage de votre écran` },
    screenAudio: {
      unnamed: 'Le son de votre écran a été coupé',
      by: (name) => `${name} a coupé le son de votre écran`,
    },
  },
  asked: {
    hint: 'Rien ne s’allume avant votre choix.',
    microphone: {
      unnamed: 'On vous demande d’activer votre micro',
      by: (name) => `${name} vous demande d’activer votre micro`,
      yes: 'Activer',
      no: 'Rester muet',
    },
    camera: {
      unnamed: 'On vous demande d’activer votre caméra',
      by: (name) => `${name} vous demande d’activer votre caméra`,
      yes: 'Activer',
      no: 'La laisser coupée',
    },
    screen: {
      unnamed: 'On vous demande de partager votre écran',
      by: (name) => `${name} vous demande de partager votre écran`,
      yes: 'Choisir un écran',
      no: 'Pas maintenant',
    },
  },
  dismiss: 'Masquer',
};
