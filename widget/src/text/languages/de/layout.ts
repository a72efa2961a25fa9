import type { Language } from '../../words.js';

export const layout: Language['layout'] = {
  label: 'Ansicht',
  auto: 'Automatisch',
  grid: 'Raster',
  speaker: 'Sprecher',
  sidebar: 'Seitenleiste',
  pin: (name) => `${name} anheften`,
  pages: 'Seiten',
  page: (page, pages) => `${page} von ${pages}`,
  previous: 'Vorige Seite',
  next: 'Nächste Seite',
  toPage: (page) => `Seite ${page}`,
  own: 'Ihr Bild: mit den Pfeiltasten verschieben',
  hideOwn: 'Eigenes Bild ausblenden',
  showOwn: 'Eigenes Bild einblenden',
  ownScreen: 'Sie teilen Ihren Bildschirm',
  stopSharing: 'Teilen beenden',
  fullscreen: 'Vollbild',
  pictureInPicture: 'Kleines Fenster',
  elsewhere: 'Das Gespräch ist in einem kleinen Fenster',
  back: 'Zurückholen',
};
