import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'insecure-context': {
      title: 'Keine Kamera und kein Mikrofon auf dieser Seite',
      hint: 'Browser erlauben sie nur auf Seiten, die mit https geöffnet wurden.',
    },
    'device-denied': {
      title: 'Der Zugriff wurde verweigert',
      hint: 'Erlauben Sie ihn in der Adressleiste des Browsers und klicken Sie dann, um es erneut zu versuchen.',
    },
    'device-not-found': {
      title: 'Kein Gerät gefunden',
      hint: 'Schließen Sie eines an und klicken Sie dann, um es erneut zu versuchen.',
    },
    'device-in-use': {
      title: 'Ein anderes Programm verwendet es',
      hint: 'Schließen Sie das Programm und klicken Sie dann, um es erneut zu versuchen.',
    },
    'device-failed': { title: 'Es ließ sich nicht starten', hint: 'Klicken Sie, um es erneut zu versuchen.' },
    'device-lost': {
      title: 'Es wurde getrennt',
      hint: 'Schließen Sie es wieder an und klicken Sie dann, um es erneut zu versuchen.',
    },
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
  devices: 'Kamera oder Mikrofon',
  screen: {
    share: 'Bildschirm teilen',
    stop: 'Teilen beenden',
    dismiss: 'Schließen',
    shared: 'Sie teilen Ihren Bildschirm',
    ended: 'Sie teilen Ihren Bildschirm nicht mehr',
    personShares: (name) => `${name} teilt den Bildschirm`,
    personEnded: (name) => `${name} teilt den Bildschirm nicht mehr`,
  },
};
