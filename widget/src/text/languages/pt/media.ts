import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: 'Nenhuma tela foi escolhida', hint: 'Clique para tentar de novo.' },
    'screen-blocked': {
      title: 'Não é permitido compartilhar telas aqui',
      hint: 'Permita-o para o navegador nas configurações do sistema. Se já estiver permitido, avise o responsável pelo site.',
    },
    'screen-unsupported': {
      title: 'Este navegador não compartilha telas',
      hint: 'Use um navegador atual em um computador.',
    },
    'screen-needs-gesture': { title: 'A tela não foi compartilhada', hint: 'Clique no botão por conta própria.' },
    'screen-failed': { title: 'Não foi possível compartilhar a tela', hint: 'Clique para tentar de novo.' },
  },
  screen: {
    share: 'Compartilhar tela',
    stop: 'Parar de compartilhar',
    another: 'Compartilhar outra tela',
    dismiss: 'Fechar',
    shared: 'Você está compartilhando sua tela',
    ended: 'Você não está mais compartilhando sua tela',
    personShares: (name) => `${name} está compartilhando uma tela`,
    personEnded: (name) => `${name} não está mais compartilhando uma tela`,
  },
  quality: {
    fair: 'Conexão regular',
    poor: 'Conexão ruim',
    weak: 'Sua conexão está fraca',
    weakBetween: 'A conexão está fraca',
  },
  soundOnly: {
    label: 'Somente som',
    on: 'Somente som: sem imagens',
    end: 'Mostrar imagens',
    ended: 'As imagens voltaram',
  },
};
