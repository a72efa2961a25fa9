import type { Language } from '../../words.js';

export const together: Language['together'] = {
  hand: {
    raise: 'Levantar a mão',
    lower: 'Abaixar a mão',
    up: 'Mão levantada',
    place: (place, hands) => `Mão levantada, ${place} de ${hands}`,
    raised: (name) => `${name} levantou a mão`,
    lowered: 'Sua mão foi abaixada',
  },
  reactions: {
    open: 'Reagir',
    label: 'Reações',
    reacted: (name, emoji) => `${name} reage: ${emoji}`,
    names: {
      '👍': 'Joinha',
      '👏': 'Aplausos',
      '❤️': 'Coração',
      '😂': 'Risada',
      '😮': 'Surpresa',
      '🎉': 'Comemoração',
    },
  },
  muted: {
    microphone: { unnamed: 'Seu microfone foi silenciado', by: (name) => `${name} silenciou seu microfone` },
    camera: { unnamed: 'Sua câmera foi desligada', by: (name) => `${name} desligou sua câmera` },
    screen: {
      unnamed: 'Sua tela não está mais sendo compartilhada',
      by: (name) => `${name} parou o compartilhamento da sua tela`,
    },
    screenAudio: { unnamed: 'O som da sua tela foi desligado', by: (name) => `${name} desligou o som da sua tela` },
  },
  asked: {
    hint: 'Nada é ligado antes que você escolha.',
    microphone: {
      unnamed: 'Pedem que você ative o microfone',
      by: (name) => `${name} pede que você ative o microfone`,
      yes: 'Ativar',
      no: 'Continuar mudo',
    },
    camera: {
      unnamed: 'Pedem que você ligue a câmera',
      by: (name) => `${name} pede que você ligue a câmera`,
      yes: 'Ligar',
      no: 'Deixar desligada',
    },
    screen: {
      unnamed: 'Pedem que você compartilhe sua tela',
      by: (name) => `${name} pede que você compartilhe sua tela`,
      yes: 'Escolher tela',
      no: 'Agora não',
    },
  },
  dismiss: 'Dispensar',
};
