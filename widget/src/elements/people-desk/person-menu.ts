/** What the menu of a person offers: what may be done with that person now. */
import type { PeopleAction } from '../../events/people-action.js';
import { peopleWords } from '../../text/en-people.js';
import { cameraIcon, cameraOffIcon, microphoneIcon, microphoneOffIcon, soundIcon } from '../icons.js';
import { pinIcon, unpinIcon } from '../stage-layouts/icons.js';
import { handIcon } from '../together-desk/icons.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { noScreenIcon, removeIcon, writeIcon } from './icons.js';
import type { ListedPerson, PersonAct } from './people-view.js';

const ICONS: Readonly<Record<PersonAct, MenuEntry['icon']>> = {
  pin: pinIcon,
  volume: soundIcon,
  write: writeIcon,
  mute: microphoneOffIcon,
  'ask-microphone': microphoneIcon,
  'camera-off': cameraOffIcon,
  'ask-camera': cameraIcon,
  'screen-off': noScreenIcon,
  'lower-hand': handIcon,
  remove: removeIcon,
};

/** What all may do; the rest is for those who moderate. */
const FOR_ALL: readonly PersonAct[] = ['pin', 'volume', 'write'];

export interface MenuChoices {
  pinned: boolean;
  ask: (action: PeopleAction) => void;
  showVolume: () => void;
  /** Asks once more before. */
  remove: () => void;
}

export function personMenu({ id, acts }: ListedPerson, { pinned, ask, showVolume, remove }: MenuChoices): MenuEntry[] {
  const words = peopleWords();
  const choose: Readonly<Record<PersonAct, () => void>> = {
    pin: () => ask({ type: 'pin', id: pinned ? undefined : id }),
    volume: showVolume,
    write: () => ask({ type: 'write', id }),
    mute: () => ask({ type: 'mute', id, source: 'microphone' }),
    'ask-microphone': () => ask({ type: 'ask-to-unmute', id, source: 'microphone' }),
    'camera-off': () => ask({ type: 'mute', id, source: 'camera' }),
    'ask-camera': () => ask({ type: 'ask-to-unmute', id, source: 'camera' }),
    'screen-off': () => ask({ type: 'mute', id, source: 'screen' }),
    'lower-hand': () => ask({ type: 'lower-hand', id }),
    remove,
  };
  return [...acts].map((act) => ({
    id: act,
    label: words.acts[act === 'pin' && pinned ? 'unpin' : act],
    icon: act === 'pin' && pinned ? unpinIcon : ICONS[act],
    ...(!FOR_ALL.includes(act) && { group: words.moderate }),
    choose: choose[act],
  }));
}
