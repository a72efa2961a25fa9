import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: 'Vista',
  auto: 'Automática',
  grid: 'Cuadrícula',
  speaker: 'Orador',
  sidebar: 'Barra lateral',
  pin: (name) => `Fijar a ${name}`,
  pages: 'Páginas',
  page: (page, pages) => `${page} de ${pages}`,
  previous: 'Página anterior',
  next: 'Página siguiente',
  toPage: (page) => `Página ${page}`,
  own: 'Su imagen: muévala con las flechas',
  hideOwn: 'Ocultar su imagen',
  showOwn: 'Mostrar su imagen',
  ownScreen: 'Está compartiendo su pantalla',
  stopSharing: 'Dejar de compartir',
  fullscreen: 'Pantalla completa',
  pictureInPicture: 'Ventana pequeña',
  elsewhere: 'La llamada está en una ventana pequeña',
  back: 'Traer aquí',
};
