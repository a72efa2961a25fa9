import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'screen-denied': { title: 'No se eligió ninguna pantalla', hint: 'Haga clic para reintentarlo.' },
    'screen-blocked': {
      title: 'Aquí no se permite compartir pantalla',
      hint: 'Permítalo al navegador en los ajustes del sistema. Si ya está permitido, avise al responsable del sitio.',
    },
    'screen-unsupported': {
      title: 'Este navegador no puede compartir pantalla',
      hint: 'Use un navegador actual en un equipo de escritorio.',
    },
    'screen-needs-gesture': { title: 'No se compartió la pantalla', hint: 'Haga clic usted en el botón.' },
    'screen-failed': { title: 'No se pudo compartir la pantalla', hint: 'Haga clic para reintentarlo.' },
  },
  screen: {
    share: 'Compartir pantalla',
    stop: 'Dejar de compartir',
    another: 'Compartir otra pantalla',
    dismiss: 'Cerrar',
    shared: 'Está compartiendo su pantalla',
    ended: 'Ya no comparte su pantalla',
    personShares: (name) => `${name} comparte una pantalla`,
    personEnded: (name) => `${name} ya no comparte pantalla`,
  },
  quality: {
    fair: 'Conexión regular',
    poor: 'Mala conexión',
    weak: 'Su conexión es débil',
    weakBetween: 'La conexión es débil',
  },
  soundOnly: {
    label: 'Solo sonido',
    on: 'Solo sonido: sin imágenes',
    end: 'Mostrar imágenes',
    ended: 'Las imágenes han vuelto',
  },
};
