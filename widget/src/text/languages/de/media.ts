import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: 'Kein Bildschirm ausgewählt', hint: 'Klicken Sie, um es erneut zu versuchen.' },
    'screen-blocked': {
      title: 'Bildschirme zu teilen ist hier nicht erlaubt',
      hint: 'Erlauben Sie es dem Browser in den Einstellungen des Systems. Ist es dort erlaubt, sagen Sie es bitte der Person, die die Website betreibt.',
    },
    'screen-unsupported': {
      title: 'Dieser Browser kann keine Bildschirme teilen',
      hint: 'Verwenden Sie einen aktuellen Browser auf einem Computer.',
    },
    'screen-needs-gesture': {
      title: 'Der Bildschirm wurde nicht geteilt',
      hint: 'Klicken Sie selbst auf die Schaltfläche dafür.',
    },
    'screen-failed': {
      title: 'Der Bildschirm ließ sich nicht teilen',
      hint: 'Klicken Sie, um es erneut zu versuchen.',
    },
  },
  screen: {
    share: 'Bildschirm teilen',
    stop: 'Teilen beenden',
    another: 'Anderen Bildschirm teilen',
    dismiss: 'Schließen',
    shared: 'Sie teilen Ihren Bildschirm',
    ended: 'Sie teilen Ihren Bildschirm nicht mehr',
    personShares: (name) => `${name} teilt den Bildschirm`,
    personEnded: (name) => `${name} teilt den Bildschirm nicht mehr`,
  },
  quality: {
    fair: 'Mäßige Verbindung',
    poor: 'Schlechte Verbindung',
    weak: 'Ihre Verbindung ist schwach',
    weakBetween: 'Die Verbindung ist schwach',
  },
  soundOnly: {
    label: 'Nur Ton',
    on: 'Nur Ton: Bilder sind aus',
    end: 'Bilder zeigen',
    ended: 'Bilder sind wieder an',
  },
};
