/** The log as a list that can be filtered and followed; of ten thousand lines only those in sight are in the document. */
import type { LogEntry } from '@video-room/log';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LogFilter, LogPerson } from '../../controllers/log-filter.js';
import type { RoomDebug } from '../../controllers/room-debug.js';
import { SizeController } from '../../controllers/size-controller.js';
import { debugWords } from '../../text/en-debug.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { debugView } from '../vr-debug/debug-view.styles.js';
import { entryDetails } from './entry-details.js';
import { logFields } from './log-fields.js';
import type { LogLine } from './log-lines.js';
import { summaryOf, timeOf, whoOf } from './log-rows.js';
import { LogTail } from './log-tail.js';
import { styles } from './vr-log.styles.js';

/** How far from the end, in CSS pixels, still counts as looking at the newest entry. */
const NEAR_END_PX = 24;
/** Of a line, in CSS pixels; where it is narrow a line takes two. The styles say the same. */
const LINE_PX = 25;
const NARROW_LINE_PX = 46;
const NARROW_PX = 620;
/** Lines that are there above and below those in sight. */
const MARGIN_LINES = 12;
/** What happened around an entry happened so long before or after it, in milliseconds. */
const AROUND_MS = 5_000;

export class VrLog extends SpeakingElement {
  static override styles = [tokens, debugView, styles];

  @property({ attribute: false }) debug?: RoomDebug;
  /** Whether the list stands still while recording goes on. */
  @property({ type: Boolean }) paused = false;

  /** Id of the entry whose particulars are shown. */
  @state() private chosen: number | undefined;
  /** Whether new entries scroll into view; not while the person looks at older ones. */
  @state() private following = true;

  @query('.log') private list!: HTMLElement;

  readonly #tail = new LogTail(this);
  readonly #size = new SizeController(this);
  /** The filter before a message was followed. */
  #before: LogFilter | undefined;
  /** What there was to follow when it was last scrolled. */
  #shown = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('debug')) {
      this.#tail.hostDisconnected();
      if (this.isConnected) this.#tail.hostConnected();
    }
    this.#tail.paused = this.paused;
  }

  override updated(): void {
    const { length } = this.#lines;
    const line = this.#linePx;
    this.list.style.setProperty('--height', `${length * line}px`);
    this.list.style.setProperty('--above', `${this.#from * line}px`);
    // Only when there is more to follow: somebody may be scrolling at this moment.
    const shown = [this.following, length, this.#tail.lines.entries, this.#size.width, this.#size.height].join(' ');
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!this.following) return;
    const before = this.list.scrollTop;
    this.list.scrollTo({ top: this.list.scrollHeight });
    // What is in sight there is another part of the lines.
    if (this.list.scrollTop !== before) this.requestUpdate();
  }

  override render(): TemplateResult {
    const { lines } = this.#tail;
    const words = debugWords();
    const fields = logFields({
      criteria: this.debug?.criteria ?? {},
      filter: (change) => this.#filter(change),
      newest: this.debug?.bus.entries().at(-1)?.time ?? 0,
      oldest: this.#tail.start,
      unfollow: () => this.#unfollow(),
    });
    return html`<div class="fields">${fields}<small>${words.shown(lines.entries)}</small></div>
      <div class="both">
        <div class="list">
          <div
            class="log"
            dir="ltr"
            tabindex="0"
            role="listbox"
            aria-label=${words.label}
            aria-activedescendant=${this.#isThere ? `line-${this.chosen}` : nothing}
            @scroll=${this.#onScroll}
            @keydown=${this.#onKey}
          >
            ${this.#rows()}
          </div>
          ${this.following || this.#atEnd ? nothing : html`<button class="newest" @click=${this.#onNewest}>${words.newest}</button>`}
        </div>
        ${this.#details()}
      </div>`;
  }

  /** Whether the newest is in sight. */
  get #atEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.list ?? {};
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  get #lines(): readonly LogLine[] {
    return this.#tail.lines.all;
  }

  get #linePx(): number {
    return this.#size.width <= NARROW_PX ? NARROW_LINE_PX : LINE_PX;
  }

  /** The first line that is in the document. */
  get #from(): number {
    const first = Math.floor((this.list?.scrollTop ?? 0) / this.#linePx) - MARGIN_LINES;
    return Math.max(0, Math.min(first, this.#lines.length - this.#count));
  }

  /** How many lines are in the document. */
  get #count(): number {
    return Math.ceil((this.#size.height || 400) / this.#linePx) + 2 * MARGIN_LINES;
  }

  #rows(): unknown {
    const lines = this.#lines;
    if (lines.length === 0) return html`<p class="empty">${debugWords().empty}</p>`;
    const people = this.#people;
    const from = this.#from;
    return html`<div class="lines" role="presentation">
      ${repeat(
        lines.slice(from, from + this.#count),
        ({ entry }) => entry.id,
        (line, index) => this.#row(line, from + index, people),
      )}
    </div>`;
  }

  #row({ entry, count }: LogLine, index: number, people: ReadonlyMap<string, LogPerson>): TemplateResult {
    const summary = summaryOf(entry);
    return html`<div
      class="row ${entry.level} ${index % 2 ? 'odd' : ''}"
      id="line-${entry.id}"
      role="option"
      aria-selected=${this.chosen === entry.id ? 'true' : 'false'}
      aria-setsize=${this.#lines.length}
      aria-posinset=${index + 1}
      @click=${() => this.#choose(this.chosen === entry.id ? undefined : entry.id)}
    >
      <time dir="ltr">${timeOf(entry, this.#tail.start)}</time
      ><span class="who" dir="auto">${whoOf(entry, people)}</span><span class=${entry.category}>${entry.category}</span
      ><span class="words" dir="auto"
        >${count > 1 ? html`<b class="count">×${count}</b> ` : nothing}<span class="text">${entry.text}</span
        >${summary && html`<span class="detail" dir="auto"> · ${summary}</span>`}</span
      >
    </div>`;
  }

  #details(): TemplateResult | typeof nothing {
    const index = this.#chosenIndex;
    const line = this.#lines[index];
    if (!line) return nothing;
    const { entry, count } = line;
    const earlier = this.#lines.slice(0, index).findLast((before) => {
      return before.entry.person === entry.person && before.entry.text === entry.text && before.entry.detail?.['sdp'];
    });
    return entryDetails({
      entry,
      count,
      who: whoOf(entry, this.#people),
      time: timeOf(entry, this.#tail.start),
      sdpBefore: earlier?.entry.detail?.['sdp'] as string | undefined,
      follow: () => this.#follow(entry),
      around: () => this.#lookAround(entry),
      close: () => this.#choose(undefined),
    });
  }

  /** Whether the chosen line is among those in the document. */
  get #isThere(): boolean {
    const index = this.#chosenIndex;
    return index >= 0 && index >= this.#from && index < this.#from + this.#count;
  }

  get #people(): ReadonlyMap<string, LogPerson> {
    return new Map(this.debug?.people.map((person) => [person.id, person]));
  }

  get #chosenIndex(): number {
    return this.#lines.findIndex(({ entry }) => entry.id === this.chosen);
  }

  #choose(id: number | undefined): void {
    this.chosen = id;
    if (id !== undefined) this.following = false;
  }

  #filter(change: LogFilter): void {
    this.following = true;
    this.debug?.filter({ ...this.debug.criteria, ...change });
  }

  /** Shows all that the message led to that led to this entry, whatever was shown before. */
  #follow({ cause, own, person }: LogEntry): void {
    this.following = true;
    this.#before = this.#unfollowed;
    this.debug?.filter({ ...(cause && { cause, own: !!own }), ...(person && { person }) });
  }

  /** What happened shortly before and after, whichever message led to it. */
  #lookAround({ time }: LogEntry): void {
    this.following = true;
    this.debug?.filter({ ...this.#unfollowed, since: time - AROUND_MS, until: time + AROUND_MS });
    this.#before = undefined;
  }

  /** The filter as it is while no message is followed. */
  get #unfollowed(): LogFilter | undefined {
    const criteria = this.debug?.criteria;
    return criteria?.cause === undefined ? criteria : this.#before;
  }

  #unfollow(): void {
    this.debug?.filter(this.#before);
    this.#before = undefined;
  }

  readonly #onScroll = (): void => {
    this.following = this.#atEnd && this.chosen === undefined;
    this.requestUpdate();
  };

  readonly #onNewest = (): void => {
    this.chosen = undefined;
    this.following = true;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.#lines.length - 1;
    const now = this.#chosenIndex;
    const page = Math.max(1, Math.floor(this.list.clientHeight / this.#linePx) - 1);
    const at = now < 0 ? last + 1 : now;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape' && this.chosen !== undefined) this.#choose(undefined);
    else if (to === undefined || last < 0) return;
    else this.#goTo(Math.max(0, Math.min(last, to)));
    event.preventDefault();
    event.stopPropagation();
  };

  #goTo(index: number): void {
    this.#choose(this.#lines[index]?.entry.id);
    const top = index * this.#linePx;
    const { scrollTop, clientHeight } = this.list;
    if (top < scrollTop) this.list.scrollTop = top;
    else if (top + this.#linePx > scrollTop + clientHeight) this.list.scrollTop = top + this.#linePx - clientHeight;
  }
}

define('vr-log', VrLog);

declare global {
  interface HTMLElementTagNameMap {
    'vr-log': VrLog;
  }
}
