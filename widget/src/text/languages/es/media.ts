import type { Language } from '../../words.js';

export const media: Language['media'] = {
  errors: {
    'insecure-context': {
      title: 'No hay cámara ni micrófono en esta página',
      hint: 'Los navegadores solo los permiten en páginas abiertas con https.',
    },
    'device-denied': {
      title: 'Se denegó el acceso',
      hint: 'Permítalo en la barra de direcciones del navegador y haga clic para reintentarlo.',
    },
    'device-not-found': {
      title: 'No se encontró ningún dispositivo',
      hint: 'Conecte uno y haga clic para reintentarlo.',
    },
    'device-in-use': {
      title: 'Lo está usando otro programa',
      hint: 'Cierre ese programa y haga clic para reintentarlo.',
    },
    'device-failed': { title: 'No se pudo iniciar', hint: 'Haga clic para reintentarlo.' },
    'device-lost': { title: 'Se desconectó', hint: 'Vuelva a conectarlo y haga clic para reintentarlo.' },
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
  devices: 'Cámara o micrófono',
  screen: {
    share: 'Compartir pantalla',
    stop: 'Dejar de compartir',
    dismiss: 'Cerrar',
    shared: 'Está compartiendo su pantalla',
    ended: 'Ya no comparte su pantalla',
    personShares: (name) => `${name} comparte una pantalla`,
    personEnded: (name) => `${name} ya no comparte pantalla`,
  },
};
