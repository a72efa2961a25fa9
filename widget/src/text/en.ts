/** The words that are shown first, in English. Other languages: languages/. */
import { wordsOf } from './words.js';

export const en = {
  /** The language, for browsers and screen readers, and which way it is written. */
  tag: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  room: 'Video call',
  you: 'you',
  stage: {
    label: 'People',
    microphoneOff: 'microphone off',
    speaking: 'speaking',
    connecting: 'Connecting…',
    interrupted: 'Reconnecting…',
    failed: 'No connection',
    alone: 'Nobody else is here yet',
    aloneHint: 'Others appear as soon as they join.',
    screenOf: (name: string) => `${name}’s screen`,
    ownScreen: 'Your screen',
  },
  bar: {
    label: 'Call controls',
    microphone: 'Microphone',
    camera: 'Camera',
    mute: 'Mute',
    unmute: 'Unmute',
    cameraOff: 'Turn camera off',
    cameraOn: 'Turn camera on',
    starting: 'Starting…',
    debug: 'Debug log',
    more: 'More',
    leave: 'Leave',
    hangUp: 'Hang up',
  },
  notice: {
    connecting: 'Joining…',
    retry: 'Try again',
    gone: {
      left: 'You left the call',
      replaced: 'The call goes on elsewhere',
      removed: 'You were removed from the room',
      'room-ended': 'The room was closed',
      'token-expired': 'Your invitation has expired',
    },
  },
  reconnecting: 'Connection lost. Reconnecting…',
  sound: 'Tap for sound',
  update: { text: 'Update ready', reload: 'Reload', dismiss: 'Not now' },
  announce: {
    joined: 'You joined the call',
    back: 'Connected again',
    personJoined: (name: string) => `${name} joined`,
    personLeft: (name: string) => `${name} left`,
  },
};

export const words = wordsOf('main', en);
