import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: 'Hand heben',
    lower: 'Hand senken',
    up: 'Hand gehoben',
    place: (place, hands) => `Hand gehoben, ${place} von ${hands}`,
    raised: (name) => `${name} hebt die Hand`,
    lowered: 'Ihre Hand wurde gesenkt',
  },
  reactions: {
    open: 'Reagieren',
    label: 'Reaktionen',
    reacted: (name, emoji) => `${name} reagiert: ${emoji}`,
    names: {
      '👍': 'Daumen hoch',
      '👏': 'Applaus',
      '❤️': 'Herz',
      '😂': 'Lachen',
      '😮': 'Überrascht',
      '🎉': 'Feiern',
    },
  },
  muted: {
    microphone: { unnamed: 'Sie wurden stummgeschaltet', by: (name) => `${name} hat Sie stummgeschaltet` },
    camera: { unnamed: 'Ihre Kamera wurde ausgeschaltet', by: (name) => `${name} hat Ihre Kamera ausgeschaltet` },
    screen: {
      unnamed: 'Ihr Bildschirm wird nicht mehr geteilt',
      by: (name) => `${name} hat das Teilen Ihres Bildschirms beendet`,
    },
    screenAudio: {
      unnamed: 'Der Ton Ihres Bildschirms wurde ausgeschaltet',
      by: (name) => `${name} hat den Ton Ihres Bildschirms ausgeschaltet`,
    },
  },
  asked: {
    hint: 'Nichts geht an, bevor Sie es wählen.',
    microphone: {
      unnamed: 'Sie werden gebeten, das Mikrofon einzuschalten',
      by: (name) => `${name} bittet Sie, das Mikrofon einzuschalten`,
      yes: 'Einschalten',
      no: 'Stumm bleiben',
    },
    camera: {
      unnamed: 'Sie werden gebeten, die Kamera einzuschalten',
      by: (name) => `${name} bittet Sie, die Kamera einzuschalten`,
      yes: 'Einschalten',
      no: 'Auslassen',
    },
    screen: {
      unnamed: 'Sie werden gebeten, Ihren Bildschirm zu teilen',
      by: (name) => `${name} bittet Sie, Ihren Bildschirm zu teilen`,
      yes: 'Bildschirm wählen',
      no: 'Jetzt nicht',
    },
  },
  dismiss: 'Ausblenden',
};
