/** What stands in the menu of the bar. Parts of the element give entries; the menu only shows them. */
import type { TemplateResult } from 'lit';

export interface MenuEntry {
  /** Names its part: `menu-item-<id>`. */
  id: string;
  label: string;
  icon?: TemplateResult;
  /** The words over neighbours of the same group, of which one is chosen. */
  group?: string;
  /** Whether it is on, or the chosen one of its group; undefined for what only does something. */
  checked?: boolean;
  /** Keys that do the same. */
  keys?: string;
  choose: () => void;
}
