/** Words of the chat, in English. Apart from the others because they are loaded when it is opened. */
import { wordsOf } from './words.js';

export const enChat = {
  log: 'Messages',
  you: 'You',
  empty: 'No messages yet',
  emptyHint: 'Write to everyone, or to one person alone.',
  /** Over what has come while one was not looking. */
  fresh: 'New',
  newest: 'To the newest message',
  more: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
  toYou: 'to you alone',
  toPerson: (name: string) => `to ${name} alone`,
  recipient: 'To',
  everyone: 'Everyone',
  absent: (name: string) => `${name} (not here)`,
  field: 'Message everyone',
  fieldFor: (name: string) => `Message ${name} alone`,
  send: 'Send',
  left: (count: number) => (count === 1 ? '1 character left' : `${count} characters left`),
  tooLong: (count: number) => (count === 1 ? '1 character too many' : `${count} characters too many`),
  reconnecting: 'You can write again as soon as the connection is back.',
  readOnly: 'You can read along here, but not write.',
  gone: (name: string) => `${name} is not here any more. Choose somebody else.`,
  failed: {
    tooMany: 'Too many messages at once. Wait a moment, then send it again.',
    notAllowed: 'You may not write here. Your message was not sent.',
    gone: 'That person is not here any more. Your message was not sent.',
    unreachable: 'Your message could not be sent. Check your connection, then send it again.',
    other: 'Your message could not be sent. Change it or try again.',
  },
};

export const chatWords = wordsOf('chat', enChat);
