import type { Language } from '../../words.js';

export const chat: Language['chat'] = {
  log: 'Nachrichten',
  you: 'Sie',
  empty: 'Noch keine Nachrichten',
  emptyHint: 'Schreiben Sie allen oder nur einer Person.',
  fresh: 'Neu',
  newest: 'Zur neuesten Nachricht',
  more: (count) => (count === 1 ? '1 neue Nachricht' : `${count} neue Nachrichten`),
  toYou: 'nur an Sie',
  toPerson: (name) => `nur an ${name}`,
  recipient: 'An',
  everyone: 'Alle',
  absent: (name) => `${name} (nicht da)`,
  field: 'Nachricht an alle',
  fieldFor: (name) => `Nachricht nur an ${name}`,
  send: 'Senden',
  left: (count) => `Noch ${count} Zeichen`,
  tooLong: (count) => `${count} Zeichen zu viel`,
  reconnecting: 'Sie können wieder schreiben, sobald die Verbindung zurück ist.',
  readOnly: 'Sie können hier mitlesen, aber nicht schreiben.',
  gone: (name) => `${name} ist nicht mehr da. Wählen Sie jemand anderen.`,
  failed: {
    tooMany: 'Zu viele Nachrichten auf einmal. Warten Sie einen Moment und senden Sie sie dann noch einmal.',
    notAllowed: 'Sie dürfen hier nicht schreiben. Ihre Nachricht wurde nicht gesendet.',
    gone: 'Diese Person ist nicht mehr da. Ihre Nachricht wurde nicht gesendet.',
    unreachable:
      'Ihre Nachricht konnte nicht gesendet werden. Prüfen Sie Ihre Verbindung und senden Sie sie noch einmal.',
    other: 'Ihre Nachricht konnte nicht gesendet werden. Ändern Sie sie oder versuchen Sie es noch einmal.',
  },
};
