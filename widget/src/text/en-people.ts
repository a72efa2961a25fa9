/** Words of the list of people, in English. Apart from the others because they are loaded when it is opened. */
import { wordsOf } from './words.js';

export const enPeople = {
  list: 'People in the room',
  search: 'Search by name',
  nobody: 'Nobody of that name',
  roles: { moderator: 'Moderator', live: 'On air', watcher: 'Watching' },
  states: {
    microphoneOn: 'Microphone on',
    microphoneOff: 'Microphone off',
    cameraOn: 'Camera on',
    cameraOff: 'Camera off',
    screen: 'Shares a screen',
    pinned: 'Pinned',
    hand: (place: number) => `Hand raised, number ${place}`,
  },
  menu: (name: string) => `What to do with ${name}`,
  acts: {
    pin: 'Pin',
    unpin: 'Unpin',
    volume: 'Volume',
    write: 'Write a message',
    mute: 'Mute',
    'ask-microphone': 'Ask to unmute',
    'camera-off': 'Turn camera off',
    'ask-camera': 'Ask to turn camera on',
    'screen-off': 'Stop screen sharing',
    'lower-hand': 'Lower hand',
    remove: 'Remove',
  },
  moderate: 'Moderate',
  volumeOf: (name: string) => `Volume of ${name}`,
  done: 'Done',
  cancel: 'Cancel',
  removing: {
    title: (name: string) => `Remove ${name}?`,
    hint: 'Who is removed cannot come back with the same invitation.',
  },
  waiting: {
    title: 'Waiting to come in',
    admit: 'Let in',
    decline: 'Decline',
    admitPerson: (name: string) => `Let in ${name}`,
    declinePerson: (name: string) => `Decline ${name}`,
  },
  room: {
    label: 'For everybody',
    muteAll: 'Mute all',
    lock: 'Lock the room',
    access: {
      open: 'Whoever is invited comes in.',
      knock: 'Newcomers ask to be let in.',
      closed: 'Nobody new comes in.',
    },
    end: 'End for all',
    ending: 'End the call for all?',
    endingHint: 'Everybody leaves at once.',
  },
};

export const peopleWords = wordsOf('people', enPeople);
