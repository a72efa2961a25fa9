/** What the menu of the bar offers of the stage: its layouts, and the windows the browser can make. */
import { layoutWords } from '../../text/en-layout.js';
import type { StageLayout } from '../video-room/stage-room.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { autoIcon, fullscreenIcon, gridIcon, pictureInPictureIcon, sidebarIcon, speakerIcon } from './icons.js';

const ICONS: Readonly<Record<StageLayout, MenuEntry['icon']>> = {
  auto: autoIcon,
  grid: gridIcon,
  speaker: speakerIcon,
  sidebar: sidebarIcon,
};

/** A window that may be on. */
export interface Switchable {
  readonly possible: boolean;
  readonly on: boolean;
}

export interface StageMenu {
  layout: StageLayout;
  choose: (layout: StageLayout) => void;
  fullscreen: Switchable & { toggle: () => void };
  pictureInPicture: Switchable & { toggle: () => void };
}

export function stageMenu({ layout, choose, fullscreen, pictureInPicture }: StageMenu): MenuEntry[] {
  const texts = layoutWords();
  const layouts = (Object.keys(ICONS) as StageLayout[]).map((name): MenuEntry => ({
    id: name,
    group: texts.label,
    label: texts[name],
    icon: ICONS[name],
    checked: name === layout,
    choose: () => choose(name),
  }));
  const windows = [
    { id: 'fullscreen', icon: fullscreenIcon, ...fullscreen },
    { id: 'pictureInPicture', icon: pictureInPictureIcon, ...pictureInPicture },
  ] as const;
  return [
    ...layouts,
    ...windows
      .filter(({ possible }) => possible)
      .map(({ id, icon, on, toggle }): MenuEntry => ({
        id: id.toLowerCase(),
        label: texts[id],
        icon,
        checked: on,
        choose: toggle,
      })),
  ];
}
