import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: 'Disposition',
  auto: 'Automatique',
  grid: 'Grille',
  speaker: 'Intervenant',
  sidebar: 'Bandeau latéral',
  pin: (name) => `Épingler ${name}`,
  pages: 'Pages',
  page: (page, pages) => `${page} sur ${pages}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  toPage: (page) => `Page ${page}`,
  own: 'Votre image : déplacez-la avec les flèches',
  hideOwn: 'Masquer votre image',
  showOwn: 'Afficher votre image',
  ownScreen: 'Vous partagez votre écran',
  stopSharing: 'Arrêter le partage',
  fullscreen: 'Plein écran',
  pictureInPicture: 'Petite fenêtre',
  elsewhere: 'L’appel est dans une petite fenêtre',
  back: 'Ramener ici',
};
