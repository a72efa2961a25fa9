import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: 'Layout',
  auto: 'Automático',
  grid: 'Grade',
  speaker: 'Quem fala',
  sidebar: 'Barra lateral',
  pin: (name) => `Fixar ${name}`,
  pages: 'Páginas',
  page: (page, pages) => `${page} de ${pages}`,
  previous: 'Página anterior',
  next: 'Próxima página',
  toPage: (page) => `Página ${page}`,
  own: 'Sua imagem: mova com as setas',
  hideOwn: 'Ocultar sua imagem',
  showOwn: 'Mostrar sua imagem',
  ownScreen: 'Você está compartilhando sua tela',
  stopSharing: 'Parar de compartilhar',
  fullscreen: 'Tela cheia',
  pictureInPicture: 'Janela pequena',
  elsewhere: 'A chamada está em uma janela pequena',
  back: 'Trazer de volta',
};
