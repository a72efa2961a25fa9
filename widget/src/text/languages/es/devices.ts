import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'el micrófono', camera: 'la cámara', both: 'la cámara y el micrófono' };
const none: Forms = { microphone: 'ningún micrófono', camera: 'ninguna cámara', both: 'ni cámara ni micrófono' };
const of: Forms = { microphone: 'del micrófono', camera: 'de la cámara', both: 'de la cámara y el micrófono' };
const to: Forms = { microphone: 'al micrófono', camera: 'a la cámara', both: 'a la cámara ni al micrófono' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `No hay ${none[subject]} en esta página`,
    hint: () => 'Los navegadores solo lo permiten en páginas abiertas con https.',
  },
  'device-unsupported': {
    title: (subject) => `Este navegador no tiene acceso ${to[subject]}`,
    hint: () => 'Abra la página en una versión actual de Chrome, Edge, Firefox o Safari.',
  },
  'device-denied': {
    title: (subject) => `No ha permitido el uso ${of[subject]}`,
    hint: () =>
      'Vuelva a intentarlo y elija «Permitir». Si no se le pregunta, permítalo a la izquierda de la barra de direcciones.',
  },
  'device-dismissed': {
    title: (subject) => `Su navegador aún espera su respuesta sobre ${the[subject]}`,
    hint: () => 'La pregunta se cerró sin respuesta. Vuelva a intentarlo y elija «Permitir».',
  },
  'device-blocked': {
    title: (subject) => `Su navegador bloquea ${the[subject]} en este sitio`,
    hint: () =>
      'Haga clic en el icono a la izquierda de la barra de direcciones, permita el acceso y vuelva a intentarlo.',
  },
  'device-blocked-by-system': {
    title: (subject) => `Su sistema no da al navegador acceso ${to[subject]}`,
    hint: () => 'Permítalo al navegador en los ajustes de privacidad de su equipo o teléfono y vuelva a intentarlo.',
  },
  'device-blocked-by-page': {
    title: (subject) => `Esta página no permite el uso ${of[subject]}`,
    hint: (subject) =>
      `Su responsable puede permitirlo: con allow="${directives[subject]}" en el iframe que la contiene y una cabecera Permissions-Policy que no lo prohíba.`,
  },
  'device-not-found': {
    title: (subject) => `No se encontró ${none[subject]}`,
    hint: () => 'Conecte un dispositivo y vuelva a intentarlo.',
  },
  'device-in-use': {
    title: (subject) => `Fallo al iniciar ${the[subject]}`,
    hint: () => 'Puede que otro programa lo esté usando. Cierre ese programa y vuelva a intentarlo.',
  },
  'device-overconstrained': {
    title: (subject) => `No es posible lo que se pide ${of[subject]}`,
    hint: () => 'Elija otro dispositivo o vuelva a intentarlo.',
  },
  'device-failed': {
    title: (subject) => `Fallo al iniciar ${the[subject]}`,
    hint: () => 'Vuelva a intentarlo. Si continúa así, reinicie el navegador.',
  },
  'device-lost': {
    title: (subject) => `Se perdió la conexión ${of[subject]}`,
    hint: () => 'Vuelva a conectar el dispositivo o elija otro.',
  },
  'device-revoked': {
    title: (subject) => `Se retiró el permiso ${of[subject]}`,
    hint: () => 'Permítalo a la izquierda de la barra de direcciones y vuelva a intentarlo.',
  },
  'device-interrupted': {
    title: (subject) => `Su sistema ha interrumpido ${the[subject]}`,
    hint: () => 'Se reanudará sin más, por ejemplo después de una llamada telefónica.',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'Micrófono', camera: 'Cámara', speaker: 'Altavoz' },
  standard: 'Predeterminado del sistema',
  none: 'Nada encontrado',
  retry: 'Reintentar',
  without: 'Seguir sin',
  replaced: (device) => `Ahora en uso: ${device}`,
  restored: (subject) => `Vuelve la señal ${of[subject]}`,
  menu: {
    open: 'Elegir dispositivos',
    label: 'Cámara y micrófono',
    close: 'Cerrar',
    switchCamera: 'Cambiar de cámara',
    test: 'Probar',
    testing: 'Sonando…',
    level: 'Nivel de su micrófono',
    processing: 'Sonido de su micrófono',
    noiseSuppression: 'Supresión de ruido',
    echoCancellation: 'Cancelación de eco',
    autoGainControl: 'Volumen automático',
  },
  muted: {
    hint: 'Su micrófono está silenciado',
    unmute: 'Activar',
    hold: 'o mantenga Espacio para hablar',
    talking: 'Habla mientras mantiene Espacio',
  },
  prejoin: {
    title: '¿Todo listo para entrar?',
    name: 'Su nombre',
    join: 'Entrar',
    check: 'Comprobar mi conexión',
    picture: 'Su imagen',
    off: 'La cámara está apagada',
    failed: 'Sin imagen',
    starting: 'Iniciando…',
    ask: 'Deje que le vean y le oigan',
    askHint:
      'El navegador preguntará si esta página puede usar su cámara y su micrófono. Nadie le ve ni le oye antes de entrar.',
    allow: 'Permitir cámara y micrófono',
    listener: 'Va a ver y escuchar. No se usa ni cámara ni micrófono.',
    later: 'La cámara y el micrófono solo se encienden cuando empieza una llamada.',
  },
};
