/**
 * Words of raised hands, reactions, and of what those who moderate ask of one or did, in English. Apart from the others
 * because they are loaded once one is in a room.
 */
import { wordsOf } from './words.js';

export const enTogether = {
  hand: {
    raise: 'Raise hand',
    lower: 'Lower hand',
    up: 'Hand raised',
    place: (place: number, hands: number) => `Hand raised, ${place} of ${hands}`,
    raised: (name: string) => `${name} raised a hand`,
    lowered: 'Your hand was lowered',
  },
  reactions: {
    open: 'React',
    label: 'Reactions',
    reacted: (name: string, emoji: string) => `${name} reacts: ${emoji}`,
    names: {
      '👍': 'Thumbs up',
      '👏': 'Applause',
      '❤️': 'Heart',
      '😂': 'Laughing',
      '😮': 'Surprised',
      '🎉': 'Celebrating',
    },
  },
  /** What somebody who moderates turned off. */
  muted: {
    microphone: { unnamed: 'You were muted', by: (name: string) => `${name} muted you` },
    camera: { unnamed: 'Your camera was turned off', by: (name: string) => `${name} turned your camera off` },
    screen: {
      unnamed: 'Your screen is not shared any more',
      by: (name: string) => `${name} stopped the sharing of your screen`,
    },
    screenAudio: {
      unnamed: 'The sound of your screen was turned off',
      by: (name: string) => `${name} turned the sound of your screen off`,
    },
  },
  /** What somebody who moderates asks of one. */
  asked: {
    hint: 'Nothing is turned on before you choose.',
    microphone: {
      unnamed: 'You are asked to unmute',
      by: (name: string) => `${name} asks you to unmute`,
      yes: 'Unmute',
      no: 'Stay muted',
    },
    camera: {
      unnamed: 'You are asked to turn your camera on',
      by: (name: string) => `${name} asks you to turn your camera on`,
      yes: 'Turn on',
      no: 'Leave it off',
    },
    screen: {
      unnamed: 'You are asked to share your screen',
      by: (name: string) => `${name} asks you to share your screen`,
      yes: 'Choose a screen',
      no: 'Not now',
    },
  },
  dismiss: 'Dismiss',
};

export const togetherWords = wordsOf('together', enTogether);
