/**
 * What went wrong and what to do next, in English, by error code. Complete by type: a new code does not compile without
 * words. Apart from the others because most visits need none of it. Of devices: en-devices.ts, of shared screens: en-media.ts.
 */
import type { DeviceErrorCode, ScreenErrorCode, VideoRoomErrorCode } from '../core/errors.js';
import { spoken, wordsOf } from './words.js';

export interface ErrorText {
  /** What happened, in a few words. */
  title: string;
  /** What the person can do. */
  hint: string;
}

export const enErrors: Readonly<Record<Exclude<VideoRoomErrorCode, DeviceErrorCode | ScreenErrorCode>, ErrorText>> = {
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
  'relay-only': { title: 'Something went wrong', hint: 'Try again. Reload the page if it stays like this.' },
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
  'relay-unreachable': {
    title: 'The server that passes calls on cannot be reached',
    hint: 'It is tried again by itself. Check your network, or ask the site’s owner.',
  },
  'browser-unsupported': {
    title: 'This browser cannot make calls',
    hint: 'Use a current version of Chrome, Edge, Firefox or Safari.',
  },
};

export const errorWords = wordsOf('errors', enErrors);

/** @param code of anything but a device. In general terms while the words of the part it belongs to are not loaded. */
export function errorText(code: VideoRoomErrorCode): ErrorText {
  const known: Partial<Record<VideoRoomErrorCode, ErrorText>> = { ...errorWords(), ...spoken('media')?.errors };
  return known[code] ?? errorWords()['bad-message'];
}
