import type { Language } from '../../words.js';

const fault = {
  title: 'Algo deu errado',
  hint: 'Tente de novo. Se continuar assim, recarregue a página.',
};
const soon = 'Tente de novo daqui a pouco.';
const connection = 'Verifique sua conexão e tente de novo.';

export const errors: Language['errors'] = {
  unauthorized: {
    title: 'Seu convite não é válido',
    hint: 'Talvez tenha expirado. Abra a página de novo ou peça um novo link.',
  },
  'origin-not-allowed': {
    title: 'Este site não pode abrir a sala',
    hint: 'O responsável pelo site precisa adicionar este endereço às origens permitidas (allowed origins) do servidor.',
  },
  'not-allowed': {
    title: 'Você não pode fazer isso aqui',
    hint: 'Peça permissão a quem convidou você.',
  },
  'room-closed': { title: 'A sala está fechada', hint: 'Ninguém mais pode entrar.' },
  removed: { title: 'Retiraram você da sala', hint: 'Peça um novo link a quem convidou você.' },
  'no-such-call': { title: 'Esta chamada terminou', hint: 'Ligue de novo, se quiser.' },
  'no-such-participant': { title: 'Esta pessoa não está mais aqui', hint: 'Talvez tenha sido tarde demais.' },
  'in-a-call': { title: 'Você já está em uma chamada', hint: 'Desligue primeiro.' },
  'wrong-kind': { title: 'Isso não é possível nesta sala', hint: 'Fale com quem criou a sala.' },
  'room-full': { title: 'A sala está cheia', hint: 'Tente de novo quando alguém sair.' },
  'protocol-unsupported': {
    title: 'Esta página está desatualizada',
    hint: 'Recarregue a página para obter a versão atual.',
  },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: 'Não foi possível alcançar alguém', hint: soon },
  'rate-limited': { title: 'Tentativas demais', hint: 'Aguarde um momento e tente de novo.' },
  'server-stopping': { title: 'O servidor está reiniciando', hint: soon },
  internal: { title: 'O servidor está com um problema', hint: soon },
  'token-missing': {
    title: 'Não há convite',
    hint: 'A página precisa dar um token à sala. Se você vê isto, avise o responsável pelo site.',
  },
  'token-endpoint-failed': { title: 'Não foi possível obter o convite', hint: connection },
  'server-unreachable': { title: 'Não foi possível acessar o servidor', hint: connection },
  'relay-unreachable': {
    title: 'Não foi possível acessar o servidor que retransmite as chamadas',
    hint: 'As tentativas continuam automaticamente. Verifique sua rede ou fale com o responsável pelo site.',
  },
  'browser-unsupported': {
    title: 'Este navegador não faz chamadas',
    hint: 'Use uma versão atual do Chrome, Edge, Firefox ou Safari.',
  },
};
