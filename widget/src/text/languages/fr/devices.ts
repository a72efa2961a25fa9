import type { Subject } from '../../en-devices.js';
import type { Language } from '../../words.js';

type Forms = Readonly<Record<Subject, string>>;

const the: Forms = { microphone: 'le micro', camera: 'la caméra', both: 'la caméra et le micro' };
const none: Forms = { microphone: 'Aucun micro', camera: 'Aucune caméra', both: 'Ni caméra ni micro' };
const of: Forms = { microphone: 'du micro', camera: 'de la caméra', both: 'de la caméra et du micro' };
const to: Forms = { microphone: 'au micro', camera: 'à la caméra', both: 'à la caméra et au micro' };
const directives: Forms = { microphone: 'microphone', camera: 'camera', both: 'camera; microphone' };

const troubles: Language['devices']['troubles'] = {
  'insecure-context': {
    title: (subject) => `${none[subject]} sur cette page`,
    hint: () => 'Les navigateurs ne le permettent que sur les pages ouvertes en https.',
  },
  'device-unsupported': {
    title: (subject) => `Ce navigateur n’a pas accès ${to[subject]}`,
    hint: () => 'Ouvrez la page dans une version récente de Chrome, Edge, Firefox ou Safari.',
  },
  'device-denied': {
    title: (subject) => `Vous n’avez pas autorisé ${the[subject]}`,
    hint: () =>
      'Réessayez et choisissez « Autoriser ». Si rien ne vous est demandé, donnez l’accès à gauche de la barre d’adresse.',
  },
  'device-dismissed': {
    title: (subject) => `Votre navigateur attend encore votre réponse au sujet ${of[subject]}`,
    hint: () => 'La question a été fermée sans réponse. Réessayez et choisissez « Autoriser ».',
  },
  'device-blocked': {
    title: (subject) => `Votre navigateur bloque ${the[subject]} pour ce site`,
    hint: () => 'Cliquez sur l’icône à gauche de la barre d’adresse, donnez l’accès, puis réessayez.',
  },
  'device-blocked-by-system': {
    title: (subject) => `Votre système ne donne pas accès ${to[subject]} au navigateur`,
    hint: () =>
      'Autorisez le navigateur dans les réglages de confidentialité de votre ordinateur ou téléphone, puis réessayez.',
  },
  'device-blocked-by-page': {
    title: (subject) => `Cette page n’autorise pas ${the[subject]}`,
    hint: (subject) =>
      `Son propriétaire peut le faire\u00a0: avec allow="${directives[subject]}" sur l’iframe qui la contient et un en-tête Permissions-Policy qui ne l’interdit pas.`,
  },
  'device-not-found': {
    title: (subject) => `${none[subject]}\u00a0: rien trouvé`,
    hint: () => 'Branchez un appareil, puis réessayez.',
  },
  'device-in-use': {
    title: (subject) => `Démarrage ${of[subject]} impossible`,
    hint: () => 'Un autre programme l’utilise peut-être. Fermez ce programme, puis réessayez.',
  },
  'device-overconstrained': {
    title: (subject) => `Réglage ${of[subject]} impossible`,
    hint: () => 'Choisissez un autre appareil ou réessayez.',
  },
  'device-failed': {
    title: (subject) => `Démarrage ${of[subject]} impossible`,
    hint: () => 'Réessayez. Si cela persiste, redémarrez le navigateur.',
  },
  'device-lost': {
    title: (subject) => `Perte ${of[subject]}`,
    hint: () => 'Rebranchez l’appareil ou choisissez-en un autre.',
  },
  'device-revoked': {
    title: (subject) => `L’autorisation ${of[subject]} a été retirée`,
    hint: () => 'Redonnez l’accès à gauche de la barre d’adresse, puis réessayez.',
  },
  'device-interrupted': {
    title: (subject) => `Votre système interrompt ${the[subject]}`,
    hint: () => 'Cela reprendra tout seul, par exemple après un appel téléphonique.',
  },
};

export const devices: Language['devices'] = {
  troubles,
  kinds: { microphone: 'Micro', camera: 'Caméra', speaker: 'Haut-parleur' },
  standard: 'Choix du système',
  none: 'Rien trouvé',
  retry: 'Réessayer',
  without: 'Continuer sans',
  replaced: (device) => `Appareil utilisé\u00a0: ${device}`,
  restored: (subject) => `Rétablissement ${of[subject]}`,
  menu: {
    open: 'Choisir les appareils',
    label: 'Caméra et micro',
    close: 'Fermer',
    switchCamera: 'Changer de caméra',
    test: 'Tester',
    testing: 'Lecture…',
    level: 'Niveau de votre micro',
    processing: 'Son de votre micro',
    noiseSuppression: 'Réduction du bruit',
    echoCancellation: 'Annulation de l’écho',
    autoGainControl: 'Volume automatique',
  },
  muted: {
    hint: 'Votre micro est coupé',
    unmute: 'Activer',
    hold: 'ou maintenez Espace pour parler',
    talking: 'Vous parlez tant que vous maintenez Espace',
  },
  prejoin: {
    title: 'Rejoindre l’appel ?',
    name: 'Votre nom',
    join: 'Rejoindre',
    check: 'Vérifier ma connexion',
    picture: 'Votre image',
    off: 'La caméra est coupée',
    failed: 'Pas d’image',
    starting: 'Démarrage…',
    ask: 'Montrez-vous et faites-vous entendre',
    askHint:
      'Votre navigateur demandera si cette page peut utiliser votre caméra et votre micro. Personne ne vous voit ni ne vous entend avant votre entrée.',
    allow: 'Autoriser caméra et micro',
    listener: 'Vous regardez et écoutez. Ni caméra ni micro ne sont utilisés.',
    later: 'La caméra et le micro ne s’activent qu’au début d’un appel.',
  },
};
