/**
 * Words of one's own devices, in English: the Join screen, the menu, and what can go wrong with what to do. Complete by
 * type: a new code does not compile without words. Apart from the others because they are loaded when needed.
 */
import type { DeviceErrorCode } from '../core/errors.js';
import { wordsOf } from './words.js';

/** What a sentence is about. */
export type Subject = 'microphone' | 'camera' | 'both';

export interface Trouble {
  /** What happened, in a few words. */
  title: (subject: Subject) => string;
  /** What the person can do. */
  hint: (subject: Subject) => string;
}

const the: Readonly<Record<Subject, string>> = {
  microphone: 'the microphone',
  camera: 'the camera',
  both: 'camera and microphone',
};
const a: Readonly<Record<Subject, string>> = {
  microphone: 'microphone',
  camera: 'camera',
  both: 'camera or microphone',
};
const directives: Readonly<Record<Subject, string>> = {
  microphone: 'microphone',
  camera: 'camera',
  both: 'camera; microphone',
};
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const troubles: Readonly<Record<DeviceErrorCode, Trouble>> = {
  'insecure-context': {
    title: (subject) => `No ${a[subject]} on this page`,
    hint: () => 'Browsers allow them only on pages opened with https.',
  },
  'device-unsupported': {
    title: (subject) => `This browser has no access to ${the[subject]}`,
    hint: () => 'Open the page in a current version of Chrome, Edge, Firefox or Safari.',
  },
  'device-denied': {
    title: (subject) => `You did not allow ${the[subject]}`,
    hint: () => 'Try again and choose “Allow”. If nothing asks you, allow it at the left of the address bar.',
  },
  'device-dismissed': {
    title: (subject) => `Your browser still waits for your word on ${the[subject]}`,
    hint: () => 'Its question was closed without an answer. Try again and choose “Allow”.',
  },
  'device-blocked': {
    title: (subject) => `Your browser blocks ${the[subject]} for this site`,
    hint: () => 'Click the icon at the left of the address bar, allow it there, then try again.',
  },
  'device-blocked-by-system': {
    title: (subject) => `Your system does not give ${the[subject]} to the browser`,
    hint: () => 'Allow it for the browser in the privacy settings of your computer or phone, then try again.',
  },
  'device-blocked-by-page': {
    title: (subject) => `This page does not allow ${the[subject]}`,
    hint: (subject) =>
      `Its owner can: with allow="${directives[subject]}" on the iframe that holds it, and a Permissions-Policy header that does not forbid it.`,
  },
  'device-not-found': {
    title: (subject) => `No ${a[subject]} found`,
    hint: () => 'Connect one, then try again.',
  },
  'device-in-use': {
    title: (subject) => `${capital(the[subject])} could not be started`,
    hint: () => 'Another program may be using it. Close that program, then try again.',
  },
  'device-overconstrained': {
    title: (subject) => `${capital(the[subject])} cannot do what is asked of it`,
    hint: () => 'Choose another one, or try again.',
  },
  'device-failed': {
    title: (subject) => `${capital(the[subject])} could not be started`,
    hint: () => 'Try again. If it stays like this, restart the browser.',
  },
  'device-lost': {
    title: (subject) => `${capital(the[subject])} was disconnected`,
    hint: () => 'Connect it again or choose another one.',
  },
  'device-revoked': {
    title: (subject) => `Permission for ${the[subject]} was taken back`,
    hint: () => 'Allow it at the left of the address bar, then try again.',
  },
  'device-interrupted': {
    title: (subject) => `${capital(the[subject])} is interrupted by your system`,
    hint: () => 'It goes on by itself, for example after a phone call.',
  },
};

export const enDevices = {
  troubles,
  kinds: { microphone: 'Microphone', camera: 'Camera', speaker: 'Speaker' },
  standard: 'System default',
  none: 'None found',
  retry: 'Try again',
  without: 'Go on without',
  replaced: (device: string) => `Now using ${device}`,
  restored: (subject: Subject) => `${capital(the[subject])} ${subject === 'both' ? 'work' : 'works'} again`,
  menu: {
    label: 'Camera and microphone',
    open: 'Choose devices',
    close: 'Close',
    switchCamera: 'Switch camera',
    test: 'Test',
    testing: 'Playing…',
    level: 'Level of your microphone',
    processing: 'Sound of your microphone',
    noiseSuppression: 'Noise suppression',
    echoCancellation: 'Echo cancellation',
    autoGainControl: 'Automatic volume',
  },
  muted: {
    hint: 'You are muted',
    unmute: 'Unmute',
    hold: 'or hold Space to talk',
    talking: 'Talking while you hold Space',
  },
  prejoin: {
    title: 'Ready to join?',
    name: 'Your name',
    join: 'Join',
    check: 'Check my connection',
    picture: 'Your picture',
    off: 'Camera is off',
    failed: 'No picture',
    starting: 'Starting…',
    ask: 'Let others see and hear you',
    askHint:
      'Your browser will ask whether this page may use your camera and microphone. Nobody sees or hears you before you join.',
    allow: 'Allow camera and microphone',
    listener: 'You will watch and listen. No camera or microphone is used.',
    later: 'Camera and microphone open only when a call begins.',
  },
};

export const deviceWords = wordsOf('devices', enDevices);
