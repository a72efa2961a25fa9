/** The debug overlay: the log as a table that can be filtered. Loaded when first opened; shows, never records. */
import { CATEGORIES, LEVELS, type Category, type Level, type LogEntry } from '@video-room/log';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LogFilter, LogPerson } from '../../controllers/log-filter.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { saveFile } from './save-file.js';
import { clearIcon, closeIcon, copyIcon, downloadIcon, pauseIcon, playIcon } from './icons.js';
import { chipsOf, type PersonChip } from './person-chips.js';
import { summaryOf, timeOf, whoOf } from './log-rows.js';
import { LogTail } from './log-tail.js';
import { styles } from './vr-debug.styles.js';

/** How far from the end, in CSS pixels, still counts as looking at the newest entry. */
const NEAR_END_PX = 24;

/**
 * @fires action-request
 */
export class VrDebug extends SpeakingElement {
  static override styles = [tokens, styles];

  @property({ attribute: false }) debug?: RoomDebug;

  @state() private unfolded: number | undefined;
  /** Whether new entries scroll into view; not while the person looks at older ones. */
  @state() private following = true;
  @state() private said = '';

  @query('.log') private list!: HTMLElement;

  readonly #tail = new LogTail(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('debug')) {
      this.#tail.hostDisconnected();
      if (this.isConnected) this.#tail.hostConnected();
    }
  }

  override updated(): void {
    if (this.following) this.list?.scrollTo({ top: this.list.scrollHeight });
  }

  override render(): TemplateResult {
    return html`<header>
        <h2>${debugWords().log} <small>${debugWords().shown(this.#tail.rows.length, this.#tail.total)}</small></h2>
        ${this.#people()} ${this.#fields()} ${this.#tools()}
      </header>
      <div
        class="log"
        dir="ltr"
        tabindex="0"
        role="log"
        aria-live="off"
        aria-label=${debugWords().label}
        @scroll=${this.#onScroll}
      >
        ${this.#rows()}
      </div>
      ${
        this.following
          ? nothing
          : html`<button class="newest" @click=${() => (this.following = true)}>${debugWords().newest}</button>`
      }
      <div class="unseen" role="status">${this.said}</div>`;
  }

  #people(): TemplateResult {
    const wanted = (this.debug?.criteria.person ?? '').toLowerCase();
    const chip = ({ label, value, words }: PersonChip) =>
      html`<button aria-pressed=${words.has(wanted) ? 'true' : 'false'} @click=${() => this.#filter({ person: value })}>
        ${label}
      </button>`;
    return html`<div class="people" role="group" aria-label=${debugWords().people}>
      ${chipsOf(this.debug?.people ?? []).map(chip)}
    </div>`;
  }

  #fields(): TemplateResult {
    const { category = '', level = 'debug', text = '' } = this.debug?.criteria ?? {};
    return html`<select aria-label=${debugWords().category} @change=${this.#onCategory}>
        <option value="">${debugWords().allCategories}</option>
        ${CATEGORIES.map((each) => html`<option ?selected=${each === category}>${each}</option>`)}
      </select>
      <select aria-label=${debugWords().level} @change=${this.#onLevel}>
        ${LEVELS.map((each) => html`<option ?selected=${each === level}>${each}</option>`)}
      </select>
      <input
        type="search"
        aria-label=${debugWords().search}
        placeholder=${debugWords().search}
        .value=${text}
        @input=${this.#onSearch}
      />`;
  }

  #tools(): TemplateResult {
    const { paused } = this.#tail;
    const tool = (label: string, icon: TemplateResult, act: () => unknown, pressed?: boolean) =>
      html`<button
        class="tool"
        aria-label=${label}
        title=${label}
        aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
        @click=${act}
      >
        ${icon}
      </button>`;
    return html`<div class="tools">
      ${tool(debugWords().pause, paused ? playIcon : pauseIcon, () => (this.#tail.paused = !paused), paused)}
      ${tool(debugWords().clear, clearIcon, () => this.debug?.clear())}
      ${tool(debugWords().copy, copyIcon, () => this.#copy())}
      ${tool(debugWords().download, downloadIcon, () => saveFile('video-room-log.json', this.debug?.export() ?? ''))}
      ${tool(debugWords().close, closeIcon, () => this.dispatchEvent(new ActionRequestEvent({ type: 'toggle-debug' })))}
    </div>`;
  }

  #rows(): unknown {
    const { rows, start } = this.#tail;
    if (rows.length === 0) return html`<p class="empty">${debugWords().empty}</p>`;
    const people = new Map(this.debug?.people.map((person) => [person.id, person]));
    return html`<ol>
      ${repeat(
        rows,
        ({ id }) => id,
        (entry) => this.#row(entry, start, people),
      )}
    </ol>`;
  }

  #row(entry: LogEntry, start: number, people: ReadonlyMap<string, LogPerson>): TemplateResult {
    const summary = summaryOf(entry);
    const unfold = () => (this.unfolded = this.unfolded === entry.id ? undefined : entry.id);
    return html`<li class="row ${entry.level}" @click=${unfold}>
      <time dir="ltr">${timeOf(entry, start)}</time><span class="who" dir="auto">${whoOf(entry, people)}</span
      ><span class=${entry.category}>${entry.category}</span
      ><span class="words" dir="auto"
        ><span class="text">${entry.text}</span
        >${summary && html`<span class="detail" dir="auto"> · ${summary}</span>`}</span
      >${this.unfolded === entry.id ? html`<pre dir="ltr">${JSON.stringify(entry.detail ?? {}, undefined, 2)}</pre>` : nothing}
    </li>`;
  }

  #filter(change: LogFilter): void {
    this.following = true;
    this.debug?.filter({ ...this.debug.criteria, ...change });
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.debug?.export() ?? '');
      this.said = debugWords().copied;
    } catch {
      this.said = debugWords().copyFailed;
    }
  }

  readonly #onCategory = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    this.#filter({ category: value ? (value as Category) : undefined });
  };

  readonly #onLevel = ({ target }: Event): void => {
    this.#filter({ level: (target as HTMLSelectElement).value as Level });
  };

  readonly #onSearch = ({ target }: Event): void => {
    this.#filter({ text: (target as HTMLInputElement).value });
  };

  readonly #onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    this.following = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  };
}

define('vr-debug', VrDebug);

declare global {
  interface HTMLElementTagNameMap {
    'vr-debug': VrDebug;
  }
}
