/**
 * The menu of a button of the bar, after the menu button pattern of the ARIA APG. It is there only while it is open and
 * stands in a slot beside its button, to which the focus goes back. Knows its entries and nothing of what they do.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { OutsidePress } from '../../controllers/outside-press.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { define } from '../define.js';
import { line } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import type { MenuEntry } from './menu-entry.js';
import { styles } from './vr-menu.styles.js';

/** Names of the parts, for `exportparts`. */
export const MENU_PARTS = 'menu, menu-item';

const chosenIcon = line('M20 6 9 17l-5-5');

/**
 * @csspart menu - all of it.
 * @csspart menu-item - an entry; also `menu-item-` and its name.
 * @fires action-request
 */
export class VrMenu extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = {
    entries: { attribute: false },
    label: { attribute: false },
    opener: { attribute: false },
  };

  entries: readonly MenuEntry[] = [];
  label = '';
  /** The button it belongs to, where that stands elsewhere. */
  opener: HTMLElement | null | undefined;

  constructor() {
    super();
    new OutsidePress(
      this,
      () => this.#close(false),
      (target) => target === this.button,
    );
  }

  override firstUpdated(): void {
    this.focus();
  }

  /** To the first entry. */
  override focus(): void {
    this.#items[0]?.focus();
  }

  override render() {
    return html`<div class="menu" part="menu" role="menu" aria-label=${this.label} @keydown=${this.#onKey}>
      ${groupsOf(this.entries).map(
        (group, index) => html`${index > 0 ? html`<hr role="separator" />` : nothing}${this.#group(group)}`,
      )}
    </div>`;
  }

  #group(entries: readonly MenuEntry[]): TemplateResult | TemplateResult[] {
    const items = entries.map((entry) => this.#item(entry));
    const name = entries[0]?.group;
    if (name === undefined) return items;
    return html`<div role="group" aria-label=${name}><b aria-hidden="true">${name}</b>${items}</div>`;
  }

  #item({ id, label, icon, group, checked, keys, choose }: MenuEntry): TemplateResult {
    const role = checked === undefined ? 'menuitem' : group === undefined ? 'menuitemcheckbox' : 'menuitemradio';
    return html`<button
      type="button"
      part="menu-item menu-item-${id}"
      role=${role}
      tabindex="-1"
      aria-checked=${checked === undefined ? nothing : checked ? 'true' : 'false'}
      @click=${() => {
        this.#close(true);
        choose();
      }}
    >
      ${icon}<span>${label}</span>${keys ? html`<kbd aria-hidden="true">${keys}</kbd>` : nothing}
      <i>${checked ? chosenIcon : nothing}</i>
    </button>`;
  }

  get #items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // The browser goes on from the button.
    if (event.key === 'Tab') return this.#close(true);
    const items = this.#items;
    const at = items.findIndex((item) => item === this.shadowRoot?.activeElement);
    const to: Partial<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const index = to[event.key] ?? startingWith(event, items, at);
    if (event.key === 'Escape') this.#close(true);
    else if (index === undefined) return;
    else items[index]?.focus();
    event.preventDefault();
  };

  /** The button it belongs to stands beside the slot it is in, unless somebody says where. */
  get button(): HTMLElement | null | undefined {
    return this.opener ?? this.assignedSlot?.parentElement?.querySelector('button');
  }

  #close(takeFocusBack: boolean): void {
    if (takeFocusBack) this.button?.focus();
    this.dispatchEvent(new ActionRequestEvent({ type: 'toggle-menu', open: false }));
  }
}

/** Neighbours of one group stand together. */
function groupsOf(entries: readonly MenuEntry[]): MenuEntry[][] {
  const groups: MenuEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && last[0]?.group === entry.group) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** The next entry that starts with the letter typed. */
function startingWith({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, items: HTMLElement[], at: number) {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined;
  const following = [...items.keys()].map((index) => (at + 1 + index) % items.length);
  const isMeant = (index: number) =>
    items[index]?.textContent.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  return following.find(isMeant) ?? at;
}

define('vr-menu', VrMenu);

declare global {
  interface HTMLElementTagNameMap {
    'vr-menu': VrMenu;
  }
}
