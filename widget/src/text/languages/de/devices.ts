import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'das Mikrofon', camera: 'die Kamera', both: 'Kamera und Mikrofon' };
const The: Forms = { microphone: 'Das Mikrofon', camera: 'Die Kamera', both: 'Kamera und Mikrofon' };
const none: Forms = { microphone: 'Kein Mikrofon', camera: 'Keine Kamera', both: 'Keine Kamera und kein Mikrofon' };
const about: Forms = { microphone: 'zum Mikrofon', camera: 'zur Kamera', both: 'zu Kamera und Mikrofon' };
const verb = (subject: Subject, one: string, both: string) => (subject === 'both' ? both : one);
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `${none[subject]} auf dieser Seite`,
    hint: () => 'Browser erlauben das nur auf Seiten, die mit https geöffnet wurden.',
  },
  'device-unsupported': {
    title: (subject) => `Dieser Browser hat keinen Zugriff auf ${the[subject]}`,
    hint: () => 'Öffnen Sie die Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari.',
  },
  'device-denied': {
    title: (subject) => `Sie haben ${the[subject]} nicht erlaubt`,
    hint: () =>
      'Versuchen Sie es erneut und wählen Sie „Zulassen“. Werden Sie nicht gefragt, erlauben Sie den Zugriff links in der Adressleiste.',
  },
  'device-dismissed': {
    title: (subject) => `Ihr Browser wartet noch auf Ihre Antwort ${about[subject]}`,
    hint: () => 'Die Frage wurde ohne Antwort geschlossen. Versuchen Sie es erneut und wählen Sie „Zulassen“.',
  },
  'device-blocked': {
    title: (subject) => `Ihr Browser sperrt ${the[subject]} für diese Website`,
    hint: () =>
      'Klicken Sie auf das Symbol links in der Adressleiste, erlauben Sie den Zugriff und versuchen Sie es erneut.',
  },
  'device-blocked-by-system': {
    title: (subject) => `Ihr System gibt ${the[subject]} nicht für den Browser frei`,
    hint: () =>
      'Erlauben Sie dem Browser den Zugriff in den Datenschutzeinstellungen Ihres Computers oder Telefons und versuchen Sie es erneut.',
  },
  'device-blocked-by-page': {
    title: (subject) => `Diese Seite erlaubt ${the[subject]} nicht`,
    hint: (subject) =>
      `Wer sie betreibt, kann es ändern: mit allow="${directives[subject]}" am iframe, in dem sie steht, und einem Permissions-Policy-Header, der es nicht verbietet.`,
  },
  'device-not-found': {
    title: (subject) => `${none[subject]} gefunden`,
    hint: () => 'Schließen Sie ein Gerät an und versuchen Sie es erneut.',
  },
  'device-in-use': {
    title: (subject) => `${The[subject]} ${verb(subject, 'ließ', 'ließen')} sich nicht starten`,
    hint: () => 'Vielleicht ist ein anderes Programm daran. Schließen Sie dieses Programm und versuchen Sie es erneut.',
  },
  'device-overconstrained': {
    title: (subject) => `${The[subject]} ${verb(subject, 'kann', 'können')} nicht, was verlangt wird`,
    hint: () => 'Wählen Sie ein anderes Gerät oder versuchen Sie es erneut.',
  },
  'device-failed': {
    title: (subject) => `${The[subject]} ${verb(subject, 'ließ', 'ließen')} sich nicht starten`,
    hint: () => 'Versuchen Sie es erneut. Hilft das nicht, starten Sie den Browser neu.',
  },
  'device-lost': {
    title: (subject) => `${The[subject]} ${verb(subject, 'wurde', 'wurden')} getrennt`,
    hint: () => 'Schließen Sie das Gerät wieder an oder wählen Sie ein anderes.',
  },
  'device-revoked': {
    title: (subject) => `Die Erlaubnis für ${the[subject]} wurde zurückgenommen`,
    hint: () => 'Erlauben Sie den Zugriff links in der Adressleiste und versuchen Sie es erneut.',
  },
  'device-interrupted': {
    title: (subject) => `${The[subject]} ${verb(subject, 'wird', 'werden')} von Ihrem System unterbrochen`,
    hint: () => 'Es geht von selbst weiter, zum Beispiel nach einem Telefonat.',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'Mikrofon', camera: 'Kamera', speaker: 'Lautsprecher' },
  standard: 'Standard des Systems',
  none: 'Nichts gefunden',
  retry: 'Erneut versuchen',
  without: 'Ohne weiter',
  replaced: (device) => `Jetzt in Gebrauch: ${device}`,
  restored: (subject) => `${The[subject]} ${verb(subject, 'geht', 'gehen')} wieder`,
  menu: {
    open: 'Geräte wählen',
    label: 'Kamera und Mikrofon',
    close: 'Schließen',
    switchCamera: 'Kamera wechseln',
    test: 'Testen',
    testing: 'Spielt …',
    level: 'Pegel Ihres Mikrofons',
    processing: 'Ton Ihres Mikrofons',
    noiseSuppression: 'Rauschunterdrückung',
    echoCancellation: 'Echounterdrückung',
    autoGainControl: 'Automatische Lautstärke',
  },
  muted: {
    hint: 'Sie sind stummgeschaltet',
    unmute: 'Einschalten',
    hold: 'oder zum Sprechen Leertaste halten',
    talking: 'Sie sprechen, solange Sie die Leertaste halten',
  },
  prejoin: {
    title: 'Bereit zum Beitreten?',
    name: 'Ihr Name',
    join: 'Beitreten',
    check: 'Verbindung prüfen',
    picture: 'Ihr Bild',
    off: 'Kamera ist aus',
    failed: 'Kein Bild',
    starting: 'Startet …',
    ask: 'Lassen Sie sich sehen und hören',
    askHint:
      'Ihr Browser wird fragen, ob diese Seite Kamera und Mikrofon verwenden darf. Niemand sieht oder hört Sie, bevor Sie beitreten.',
    allow: 'Kamera und Mikrofon erlauben',
    listener: 'Sie schauen und hören zu. Kamera und Mikrofon werden nicht verwendet.',
    later: 'Kamera und Mikrofon gehen erst an, wenn ein Gespräch beginnt.',
  },
};
