import type { Language } from '../../words.js';

const fault = {
  title: 'Algo ha fallado',
  hint: 'Vuelva a intentarlo. Si continúa así, recargue la página.',
};
const soon = 'Vuelva a intentarlo en un momento.';
const connection = 'Compruebe la conexión y vuelva a intentarlo.';

export const errors: Language['errors'] = {
  unauthorized: {
    title: 'Su invitación no es válida',
    hint: 'Puede que haya caducado. Vuelva a abrir la página o pida un enlace nuevo.',
  },
  'origin-not-allowed': {
    title: 'Este sitio no puede abrir la sala',
    hint: 'El responsable del sitio debe añadir esta dirección a los orígenes permitidos (allowed origins) del servidor.',
  },
  'not-allowed': {
    title: 'Aquí no puede hacer eso',
    hint: 'Pida permiso a la persona que le invitó.',
  },
  'room-closed': { title: 'La sala está cerrada', hint: 'Ya no se admite a nadie más.' },
  removed: {
    title: 'Se le ha retirado de la sala',
    hint: 'Pida un enlace nuevo a la persona que le invitó.',
  },
  'no-such-call': { title: 'Esta llamada ha terminado', hint: 'Si lo desea, llame de nuevo.' },
  'no-such-participant': { title: 'Esta persona ya no está aquí', hint: 'Puede que haya llegado tarde.' },
  'in-a-call': { title: 'Ya está en una llamada', hint: 'Cuelgue primero.' },
  'wrong-kind': {
    title: 'No es posible en esta sala',
    hint: 'Consulte a la persona que creó la sala.',
  },
  'room-full': { title: 'La sala está llena', hint: 'Vuelva a intentarlo cuando alguien haya salido.' },
  'protocol-unsupported': {
    title: 'Esta página no está actualizada',
    hint: 'Recargue la página para obtener la versión actual.',
  },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: 'No se pudo contactar con alguien', hint: soon },
  'rate-limited': { title: 'Demasiados intentos', hint: 'Espere un momento y vuelva a intentarlo.' },
  'server-stopping': { title: 'El servidor se está reiniciando', hint: soon },
  internal: { title: 'El servidor tiene un problema', hint: soon },
  'token-missing': {
    title: 'No hay ninguna invitación',
    hint: 'La página tiene que dar un token a la sala. Si ve esto, avise al responsable del sitio.',
  },
  'token-endpoint-failed': { title: 'No se pudo obtener la invitación', hint: connection },
  'server-unreachable': { title: 'No se puede acceder al servidor', hint: connection },
  'relay-unreachable': {
    title: 'No se puede acceder al servidor que transmite las llamadas',
    hint: 'Se sigue intentando automáticamente. Compruebe su red o pregunte al responsable del sitio.',
  },
  'browser-unsupported': {
    title: 'Este navegador no permite llamadas',
    hint: 'Use una versión actual de Chrome, Edge, Firefox o Safari.',
  },
};
