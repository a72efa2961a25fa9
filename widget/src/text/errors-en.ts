/** What went wrong and what to do next, in English, by error code. Complete by type: a new code does not compile without words. */
import type { VideoRoomErrorCode } from '../core/errors.js';

/** What goes wrong with devices and screens goes wrong in a room: the words for it are loaded there (en-media.ts). */
export type MediaErrorCode = Extract<VideoRoomErrorCode, `${'device' | 'screen'}-${string}` | 'insecure-context'>;

export interface ErrorText {
  /** What happened, in a few words. */
  title: string;
  /** What the person can do. */
  hint: string;
}

export const errorsEn: Readonly<Record<Exclude<VideoRoomErrorCode, MediaErrorCode>, ErrorText>> = {
  unauthorized: {
    title: 'Your invitation is not valid',
    hint: 'It may have expired. Open the page again, or ask for a new link.',
  },
  'origin-not-allowed': {
    title: 'This site may not open the room',
    hint: 'The site’s owner has to add this address to the allowed origins of the server.',
  },
  'not-allowed': {
    title: 'You may not do that here',
    hint: 'Ask whoever invited you for the right to do it.',
  },
  'room-closed': { title: 'The room is closed', hint: 'Nobody new is let in.' },
  removed: { title: 'You were removed from the room', hint: 'Ask whoever invited you for a new link.' },
  'no-such-call': { title: 'This call is over', hint: 'Call again if you like.' },
  'no-such-participant': { title: 'This person is not here any more', hint: 'You may have been too late.' },
  'in-a-call': { title: 'You are in a call', hint: 'Hang up first.' },
  'wrong-kind': { title: 'That is not possible in this room', hint: 'Ask whoever made the room.' },
  'room-full': { title: 'The room is full', hint: 'Try again when somebody has left.' },
  'protocol-unsupported': {
    title: 'This page is out of date',
    hint: 'Reload the page to get the current version.',
  },
  'bad-message': { title: 'Something went wrong', hint: 'Try again. Reload the page if it stays like this.' },
  'unknown-message': { title: 'Something went wrong', hint: 'Try again. Reload the page if it stays like this.' },
  'no-such-link': { title: 'Something went wrong', hint: 'Try again. Reload the page if it stays like this.' },
  'queue-full': { title: 'Somebody could not be reached', hint: 'Try again in a moment.' },
  'rate-limited': { title: 'Too many tries', hint: 'Wait a moment, then try again.' },
  'server-stopping': { title: 'The server is restarting', hint: 'Try again in a moment.' },
  internal: { title: 'The server has a problem', hint: 'Try again in a moment.' },
  'token-missing': {
    title: 'There is no invitation',
    hint: 'The page has to give the room a token. Tell the site’s owner if you see this.',
  },
  'token-endpoint-failed': {
    title: 'No invitation could be fetched',
    hint: 'Check your connection and try again.',
  },
  'server-unreachable': {
    title: 'The server cannot be reached',
    hint: 'Check your connection and try again.',
  },
  'browser-unsupported': {
    title: 'This browser cannot make calls',
    hint: 'Use a current version of Chrome, Edge, Firefox or Safari.',
  },
};
