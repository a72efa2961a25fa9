import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'o microfone', camera: 'a câmera', both: 'a câmera e o microfone' };
const none: Forms = { microphone: 'Nenhum microfone', camera: 'Nenhuma câmera', both: 'Nem câmera nem microfone' };
const of: Forms = { microphone: 'do microfone', camera: 'da câmera', both: 'da câmera e do microfone' };
const to: Forms = { microphone: 'ao microfone', camera: 'à câmera', both: 'à câmera e ao microfone' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `${none[subject]} nesta página`,
    hint: () => 'Os navegadores só permitem isso em páginas abertas com https.',
  },
  'device-unsupported': {
    title: (subject) => `Este navegador não tem acesso ${to[subject]}`,
    hint: () => 'Abra a página em uma versão atual do Chrome, Edge, Firefox ou Safari.',
  },
  'device-denied': {
    title: (subject) => `Você não permitiu o uso ${of[subject]}`,
    hint: () => 'Tente de novo e escolha “Permitir”. Se nada for perguntado, permita à esquerda da barra de endereço.',
  },
  'device-dismissed': {
    title: (subject) => `Seu navegador ainda espera sua resposta sobre ${the[subject]}`,
    hint: () => 'A pergunta foi fechada sem resposta. Tente de novo e escolha “Permitir”.',
  },
  'device-blocked': {
    title: (subject) => `Seu navegador bloqueia ${the[subject]} neste site`,
    hint: () => 'Clique no ícone à esquerda da barra de endereço, permita o acesso e tente de novo.',
  },
  'device-blocked-by-system': {
    title: (subject) => `Seu sistema não dá ao navegador acesso ${to[subject]}`,
    hint: () => 'Permita o navegador nas configurações de privacidade do seu computador ou celular e tente de novo.',
  },
  'device-blocked-by-page': {
    title: (subject) => `Esta página não permite o uso ${of[subject]}`,
    hint: (subject) =>
      `O responsável pode permitir: com allow="${directives[subject]}" no iframe que a contém e um cabeçalho Permissions-Policy que não o proíba.`,
  },
  'device-not-found': {
    title: (subject) => `${none[subject]}: nada encontrado`,
    hint: () => 'Conecte um dispositivo e tente de novo.',
  },
  'device-in-use': {
    title: (subject) => `Não foi possível iniciar ${the[subject]}`,
    hint: () => 'Talvez outro programa esteja usando. Feche esse programa e tente de novo.',
  },
  'device-overconstrained': {
    title: (subject) => `Não é possível o que se pede ${of[subject]}`,
    hint: () => 'Escolha outro dispositivo ou tente de novo.',
  },
  'device-failed': {
    title: (subject) => `Não foi possível iniciar ${the[subject]}`,
    hint: () => 'Tente de novo. Se continuar assim, reinicie o navegador.',
  },
  'device-lost': {
    title: (subject) => `A conexão ${of[subject]} se perdeu`,
    hint: () => 'Conecte o dispositivo de novo ou escolha outro.',
  },
  'device-revoked': {
    title: (subject) => `A permissão ${of[subject]} foi retirada`,
    hint: () => 'Permita à esquerda da barra de endereço e tente de novo.',
  },
  'device-interrupted': {
    title: (subject) => `Seu sistema interrompeu ${the[subject]}`,
    hint: () => 'Volta por conta própria, por exemplo depois de uma ligação.',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'Microfone', camera: 'Câmera', speaker: 'Alto-falante' },
  standard: 'Padrão do sistema',
  none: 'Nada encontrado',
  retry: 'Tentar de novo',
  without: 'Continuar sem',
  replaced: (device) => `Agora em uso: ${device}`,
  restored: (subject) => `Voltou o sinal ${of[subject]}`,
  menu: {
    open: 'Escolher dispositivos',
    label: 'Câmera e microfone',
    close: 'Fechar',
    switchCamera: 'Trocar de câmera',
    test: 'Testar',
    testing: 'Tocando…',
    level: 'Nível do seu microfone',
    processing: 'Som do seu microfone',
    noiseSuppression: 'Redução de ruído',
    echoCancellation: 'Cancelamento de eco',
    autoGainControl: 'Volume automático',
  },
  muted: {
    hint: 'Seu microfone está desligado',
    unmute: 'Ligar',
    hold: 'ou segure Espaço para falar',
    talking: 'Falando enquanto você segura Espaço',
  },
  prejoin: {
    title: 'Vamos entrar?',
    name: 'Seu nome',
    join: 'Entrar',
    check: 'Verificar minha conexão',
    picture: 'Sua imagem',
    off: 'A câmera está desligada',
    failed: 'Sem imagem',
    starting: 'Iniciando…',
    ask: 'Deixe que vejam e ouçam você',
    askHint:
      'Seu navegador vai perguntar se esta página pode usar sua câmera e seu microfone. Ninguém vê nem ouve você antes de entrar.',
    allow: 'Permitir câmera e microfone',
    listener: 'Você vai assistir e ouvir. Nem câmera nem microfone são usados.',
    later: 'A câmera e o microfone só abrem quando uma chamada começa.',
  },
};
