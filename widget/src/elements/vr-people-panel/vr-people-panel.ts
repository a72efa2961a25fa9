/**
 * The list of people: how each stands, a menu of what can be done with each, who waits at the door, and for those who
 * moderate what concerns everybody. Asks; decides nothing. What cannot be taken back it asks once more.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ParticipantId } from '@video-room/protocol';
import type { ActionRequestEvent } from '../../events/action-request.js';
import { PeopleActionEvent, type PeopleAction } from '../../events/people-action.js';
import type { TogetherActionEvent } from '../../events/together-action.js';
import { SizeController } from '../../controllers/size-controller.js';
import { peopleNamed } from '../../controllers/together/people-list.js';
import { peopleWords } from '../../text/en-people.js';
import { define } from '../define.js';
import { personMenu } from '../people-desk/person-menu.js';
import { personRow } from '../people-desk/person-row.js';
import type { ListedPerson, PeopleView } from '../people-desk/people-view.js';
import { roomControls, waitingList } from '../people-desk/room-controls.js';
import { roomControlsStyles } from '../people-desk/room-controls.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { switches } from '../switch.styles.js';
import { tokens } from '../tokens.styles.js';
import '../vr-face/vr-face.js';
import '../vr-menu/vr-menu.js';
import type { Question } from '../vr-question/vr-question.js';
import '../vr-question/vr-question.js';
import { styles } from './vr-people-panel.styles.js';

/** Names of the parts, for `exportparts`. */
export const PEOPLE_PANEL_PARTS = [
  'people-list, person, person-name, person-role, person-status, person-menu-button, person-menu, volume-slider, volume-done-button',
  'people-search, waiting-list, waiting-person, admit-button, refuse-button',
  'room-controls, mute-all-button, lock-switch, end-button, menu, menu-item, dialog, question, yes-button, no-button',
].join(', ');

/** Fewer can be looked through. */
const SEARCHED_FROM = 9;

/** Between a menu and its button. */
const MENU_GAP_PX = 4;

/** What to do once the person has confirmed it. */
interface Grave {
  question: Question;
  action: PeopleAction;
}

/**
 * @csspart people-list - the list.
 * @csspart person - a row of it.
 * @csspart person-name - the name in it; likewise `person-role`, `person-status`.
 * @csspart person-menu-button - opens the menu of that person.
 * @csspart person-menu - that menu, which is a `menu`.
 * @csspart volume-slider - how loud one hears that person; `volume-done-button` puts it away.
 * @csspart people-search - the field for names.
 * @csspart waiting-list - those who ask to come in; `waiting-person` is one, with `admit-button` and `refuse-button`.
 * @csspart room-controls - what concerns everybody: `mute-all-button`, `lock-switch`, `end-button`.
 * @fires people-action
 */
export class VrPeoplePanel extends SpeakingElement {
  static override styles = [tokens, styles, switches, roomControlsStyles];

  static override properties = {
    view: { attribute: false },
    letters: { state: true },
    menuOf: { state: true },
    volumeOf: { state: true },
    grave: { state: true },
  };

  view: PeopleView | undefined;
  private letters = '';
  /** Whose menu is open, and whose slider. */
  private menuOf: ParticipantId | undefined;
  private volumeOf: ParticipantId | undefined;
  private grave: Grave | undefined;
  /** Whose row has the focus: it keeps it where that row goes. */
  #focused: Element | null | undefined;

  constructor() {
    super();
    // The menu has its place by the size of the panel.
    new SizeController(this);
  }

  /** To the field, else to the first menu, else to the list. */
  override focus(): void {
    const places = ['input[type=search]', '.options', 'ul'];
    const place = places.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find(Boolean);
    place?.focus();
  }

  override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement;
    const { people = [] } = this.view ?? {};
    const isThere = (id: ParticipantId | undefined) => people.some((person) => person.id === id);
    if (!isThere(this.menuOf)) this.menuOf = undefined;
    if (!isThere(this.volumeOf)) this.volumeOf = undefined;
    if (this.grave?.action.type === 'remove' && !isThere(this.grave.action.id)) this.grave = undefined;
    if (!this.view?.moderating) this.grave = undefined;
  }

  override updated(changed: PropertyValues): void {
    if (this.menuOf) this.#placeMenu();
    if (changed.has('volumeOf') && this.volumeOf) this.renderRoot.querySelector<HTMLElement>('.volume input')?.focus();
    const focused = this.#focused;
    // A row that was put elsewhere lost it.
    if (focused instanceof HTMLElement && focused.isConnected && !this.shadowRoot?.activeElement) focused.focus();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const words = peopleWords();
    const shown = peopleNamed(view.people, this.letters);
    return html`<div class="all" ?inert=${!!this.grave}>
        ${waitingList(view.waiting, this.#ask)}
        ${
          view.people.length >= SEARCHED_FROM || this.letters
            ? html`<input
                type="search"
                part="people-search"
                placeholder=${words.search}
                aria-label=${words.search}
                autocomplete="off"
                .value=${this.letters}
                @input=${({ target }: Event) => (this.letters = (target as HTMLInputElement).value)}
              />`
            : nothing
        }
        <ul part="people-list" aria-label=${words.list} tabindex="-1" @scroll=${() => (this.menuOf = undefined)}>
          ${repeat(
            shown,
            ({ id }) => id,
            (person) => this.#row(person, view),
          )}
        </ul>
        ${shown.length > 0 ? nothing : html`<p class="nobody" role="status">${words.nobody}</p>`}
        ${view.moderating ? roomControls(view.moderating, this.#ask, () => this.#askToEnd()) : nothing}
      </div>
      ${this.#menu(view)}${this.#question()}`;
  }

  #row(person: ListedPerson, view: PeopleView): TemplateResult {
    const { id } = person;
    return personRow(person, {
      pinned: view.pinned === id,
      menuOpen: this.menuOf === id,
      toggleMenu: () => (this.menuOf = this.menuOf === id ? undefined : id),
      volume: this.volumeOf === id ? view.volumeOf(id) : undefined,
      setVolume: (volume) => this.#ask({ type: 'volume', id, volume }),
      hideVolume: () => {
        this.#optionsOf(id)?.focus();
        this.volumeOf = undefined;
      },
    });
  }

  #menu(view: PeopleView): TemplateResult | typeof nothing {
    const person = view.people.find(({ id }) => id === this.menuOf);
    if (!person || person.acts.size === 0) return nothing;
    return html`<vr-menu
      part="person-menu"
      exportparts="menu, menu-item"
      .label=${peopleWords().menu(person.name)}
      .opener=${this.#optionsOf(person.id)}
      .entries=${personMenu(person, {
        pinned: view.pinned === person.id,
        ask: this.#ask,
        showVolume: () => (this.volumeOf = person.id),
        remove: () => this.#askToRemove(person),
      })}
      @action-request=${(event: ActionRequestEvent) => {
        event.stopPropagation();
        this.menuOf = undefined;
      }}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault()}
    ></vr-menu>`;
  }

  /** Below its button where there is more room below, else above; no higher than there is room, as it scrolls. */
  #placeMenu(): void {
    const menu = this.renderRoot.querySelector('vr-menu');
    const button = menu?.opener?.getBoundingClientRect();
    if (!menu || !button) return;
    const { top, bottom } = this.getBoundingClientRect();
    const below = bottom - button.bottom > button.top - top;
    const room = (below ? bottom - button.bottom : button.top - top) - MENU_GAP_PX;
    menu.style.setProperty('--_menu-room', `${Math.floor(room)}px`);
    menu.style.setProperty('--top', below ? `${button.bottom - top + MENU_GAP_PX}px` : 'auto');
    menu.style.setProperty('--bottom', below ? 'auto' : `${bottom - button.top + MENU_GAP_PX}px`);
  }

  #optionsOf(id: ParticipantId): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-person="${CSS.escape(id)}"] .options`);
  }

  #askToRemove({ id, name }: ListedPerson): void {
    const { removing, acts, cancel } = peopleWords();
    const question = { title: removing.title(name), hint: removing.hint, yes: acts.remove, no: cancel, grave: true };
    this.grave = { question: { ...question, id: `remove ${id}`, name }, action: { type: 'remove', id } };
  }

  #askToEnd(): void {
    const { room, cancel } = peopleWords();
    const question = { title: room.ending, hint: room.endingHint, yes: room.end, no: cancel, grave: true };
    this.grave = { question: { ...question, id: 'end' }, action: { type: 'end' } };
  }

  #question(): TemplateResult | typeof nothing {
    const { grave } = this;
    if (!grave) return nothing;
    return html`<vr-question
      exportparts="dialog, question, yes-button, no-button"
      .question=${grave.question}
      @together-action=${({ action }: TogetherActionEvent) => {
        this.grave = undefined;
        if (action.type === 'answer' && action.yes) this.#ask(grave.action);
      }}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault()}
    ></vr-question>`;
  }

  readonly #ask = (action: PeopleAction): void => {
    this.dispatchEvent(new PeopleActionEvent(action));
  };
}

define('vr-people-panel', VrPeoplePanel);

declare global {
  interface HTMLElementTagNameMap {
    'vr-people-panel': VrPeoplePanel;
  }
}
