import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: 'Levantar la mano',
    lower: 'Bajar la mano',
    up: 'Mano levantada',
    place: (place, hands) => `Mano levantada, ${place} de ${hands}`,
    raised: (name) => `${name} ha levantado la mano`,
    lowered: 'Se ha bajado su mano',
  },
  reactions: {
    open: 'Reaccionar',
    label: 'Reacciones',
    reacted: (name, emoji) => `${name} reacciona: ${emoji}`,
    names: {
      '👍': 'Pulgar arriba',
      '👏': 'Aplauso',
      '❤️': 'Corazón',
      '😂': 'Risa',
      '😮': 'Sorpresa',
      '🎉': 'Celebración',
    },
  },
  muted: {
    microphone: { unnamed: 'Se ha silenciado su micrófono', by: (name) => `${name} ha silenciado su micrófono` },
    camera: { unnamed: 'Se ha apagado su cámara', by: (name) => `${name} ha apagado su cámara` },
    screen: { unnamed: 'Su pantalla ya no se comparte', by: (name) => `${name} ha detenido su pantalla compartida` },
    screenAudio: {
      unnamed: 'Se ha quitado el sonido de su pantalla',
      by: (name) => `${name} ha quitado el sonido de su pantalla`,
    },
  },
  asked: {
    hint: 'Nada se enciende antes de que usted elija.',
    microphone: {
      unnamed: 'Le piden que active el micrófono',
      by: (name) => `${name} le pide que active el micrófono`,
      yes: 'Activar',
      no: 'Seguir en silencio',
    },
    camera: {
      unnamed: 'Le piden que encienda la cámara',
      by: (name) => `${name} le pide que encienda la cámara`,
      yes: 'Encender',
      no: 'Dejarla apagada',
    },
    screen: {
      unnamed: 'Le piden que comparta su pantalla',
      by: (name) => `${name} le pide que comparta su pantalla`,
      yes: 'Elegir pantalla',
      no: 'Ahora no',
    },
  },
  dismiss: 'Ocultar',
};
