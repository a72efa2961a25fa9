import type { Language } from '../../words.js';

const fault = {
  title: 'Etwas ist schiefgegangen',
  hint: 'Versuchen Sie es erneut. Hilft das nicht, laden Sie die Seite neu.',
};

export const errors: Language['errors'] = {
  unauthorized: {
    title: 'Ihre Einladung ist nicht gültig',
    hint: 'Vielleicht ist sie abgelaufen. Öffnen Sie die Seite erneut oder bitten Sie um einen neuen Link.',
  },
  'origin-not-allowed': {
    title: 'Diese Website darf den Raum nicht öffnen',
    hint: 'Wer die Website betreibt, muss diese Adresse den erlaubten Adressen (allowed origins) des Servers hinzufügen.',
  },
  'not-allowed': {
    title: 'Das dürfen Sie hier nicht',
    hint: 'Bitten Sie die Person, die Sie eingeladen hat, um das Recht dazu.',
  },
  'room-closed': { title: 'Der Raum ist geschlossen', hint: 'Es wird niemand mehr eingelassen.' },
  removed: {
    title: 'Sie wurden aus dem Raum entfernt',
    hint: 'Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.',
  },
  'no-such-call': { title: 'Dieser Anruf ist vorbei', hint: 'Rufen Sie gern noch einmal an.' },
  'no-such-participant': { title: 'Diese Person ist nicht mehr da', hint: 'Vielleicht kam es zu spät.' },
  'in-a-call': { title: 'Sie sind in einem Gespräch', hint: 'Legen Sie erst auf.' },
  'wrong-kind': {
    title: 'In diesem Raum ist das nicht möglich',
    hint: 'Fragen Sie die Person, die den Raum eingerichtet hat.',
  },
  'room-full': { title: 'Der Raum ist voll', hint: 'Versuchen Sie es erneut, wenn jemand gegangen ist.' },
  'protocol-unsupported': {
    title: 'Diese Seite ist veraltet',
    hint: 'Laden Sie die Seite neu, um die aktuelle Version zu erhalten.',
  },
  'bad-message': fault,
  'unknown-message': fault,
  'no-such-link': fault,
  'relay-only': fault,
  'queue-full': { title: 'Jemand war nicht zu erreichen', hint: 'Versuchen Sie es gleich noch einmal.' },
  'rate-limited': { title: 'Zu viele Versuche', hint: 'Warten Sie kurz und versuchen Sie es dann erneut.' },
  'server-stopping': { title: 'Der Server startet neu', hint: 'Versuchen Sie es gleich noch einmal.' },
  internal: { title: 'Der Server hat ein Problem', hint: 'Versuchen Sie es gleich noch einmal.' },
  'token-missing': {
    title: 'Es gibt keine Einladung',
    hint: 'Die Seite muss dem Raum ein Token geben. Sagen Sie es bitte der Person, die die Website betreibt.',
  },
  'token-endpoint-failed': {
    title: 'Die Einladung war nicht abrufbar',
    hint: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  },
  'server-unreachable': {
    title: 'Der Server ist nicht erreichbar',
    hint: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  },
  'relay-unreachable': {
    title: 'Der Server, der Anrufe weitergibt, ist nicht erreichbar',
    hint: 'Es wird von selbst weiter versucht. Prüfen Sie Ihr Netz, oder fragen Sie die Person, die die Website betreibt.',
  },
  'browser-unsupported': {
    title: 'Mit diesem Browser geht das nicht',
    hint: 'Verwenden Sie eine aktuelle Version von Chrome, Edge, Firefox oder Safari.',
  },
};
