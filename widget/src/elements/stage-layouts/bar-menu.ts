/** The menu of the bar: what there is no place for in it. */
import { html, type TemplateResult } from 'lit';
import { words } from '../../text/en.js';
import { activityIcon } from '../icons.js';
import type { MenuEntry } from '../vr-menu/menu-entry.js';
import { MENU_PARTS } from '../vr-menu/vr-menu.js';

export const barMenu = (entries: readonly MenuEntry[]): TemplateResult =>
  html`<vr-menu slot="menu" exportparts=${MENU_PARTS} .label=${words().bar.more} .entries=${entries}></vr-menu>`;

/** The debug button, which makes room where the bar is narrow. */
export const debugEntry = (host: { debugOpen: boolean }): MenuEntry => ({
  id: 'debug',
  label: words().bar.debug,
  icon: activityIcon,
  keys: 'Alt+Shift+D',
  checked: host.debugOpen,
  choose: () => (host.debugOpen = !host.debugOpen),
});
