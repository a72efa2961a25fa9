/** What was written, oldest first, and below it where one writes. Keeps one's place; asks for what is sent. */
import type { ChatRecord, MessageId, ParticipantRecord } from '@video-room/protocol';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isOwn, messageGroups, type MessageGroup } from '../../controllers/chat/message-groups.js';
import { ChatActionEvent } from '../../events/chat-action.js';
import { chatWords } from '../../text/en-chat.js';
import { panelWords } from '../../text/en-panels.js';
import { clockTime } from '../../text/formats.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import { line } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import '../vr-composer/vr-composer.js';
import { COMPOSER_PARTS, type ComposerView, type VrComposer } from '../vr-composer/vr-composer.js';
import { messageText } from './message-text.js';
import { ScrollKeeping } from './scroll-keeping.js';
import { styles } from './vr-chat.styles.js';

/** Names of the parts, for `exportparts`. */
export const CHAT_PARTS = `chat-log, chat-message, chat-link, newest-button, ${COMPOSER_PARTS}`;

const downIcon = line('M12 5v14M19 12l-7 7-7-7');

export interface ChatView extends ComposerView {
  readonly messages: readonly ChatRecord[];
  readonly own: ParticipantRecord | undefined;
  /** The first that had not been read when the chat was opened. */
  readonly since: MessageId | undefined;
}

/**
 * @csspart chat-log - the list of messages.
 * @csspart chat-message - what one person wrote in a row.
 * @csspart chat-link - a web address in it.
 * @csspart newest-button - goes to the newest message.
 * @fires chat-action
 */
export class VrChat extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { view: { attribute: false } };

  view: ChatView | undefined;
  #scroll: ScrollKeeping | undefined;
  /** The first that came while one was reading further up; what was new before is old then. */
  #missed: MessageId | undefined;
  #missedCount = 0;

  /** To where one writes. On a phone that would call the keyboard over what there is to read. */
  override focus(): void {
    if (matchMedia('(hover: hover)').matches) this.renderRoot.querySelector<VrComposer>('vr-composer')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('view');
    if (!this.view || !before || before.messages === this.view.messages) return;
    const last = before.messages.at(-1);
    const come = this.view.messages.slice(last ? this.view.messages.indexOf(last) + 1 : 0);
    // Whoever writes wants to see it.
    if (come.some(({ from }) => isOwn(from, this.view?.own))) return this.#follow();
    if (this.#scroll?.atEnd !== false) return;
    this.#missed ??= come[0]?.id;
    this.#missedCount += come.length;
  }

  override firstUpdated(): void {
    const log = this.#log;
    this.#scroll = new ScrollKeeping(log, () => {
      if (this.#scroll?.atEnd) this.#missedCount = 0;
      this.requestUpdate();
    });
    const fresh = log.querySelector<HTMLElement>('.fresh');
    if (fresh) this.#scroll.to(fresh);
    else this.#scroll.toEnd();
  }

  override updated(): void {
    this.#scroll?.settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scroll?.stop();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { messages, own, since } = view;
    const groups = messageGroups(messages, own, this.#missed ?? since);
    return html`<div class="place">
        <div class="log" part="chat-log" role="log" tabindex="0" aria-label=${chatWords().log}>
          ${repeat(
            groups,
            ({ messages: [first] }) => first?.id,
            (group) => this.#group(group),
          )}
        </div>
        ${groups.length === 0 ? empty(view.state !== 'read-only') : nothing}${this.#scroll?.atEnd === false ? this.#toNewest() : nothing}
      </div>
      <vr-composer exportparts=${COMPOSER_PARTS} .view=${view} @chat-action=${this.#passOn}></vr-composer>`;
  }

  #group({ from, own, to, at, isNew, messages }: MessageGroup): TemplateResult {
    const texts = chatWords();
    const name = own ? texts.you : from.name || panelWords().site;
    return html`${isNew ? html`<div class="fresh">${texts.fresh}</div>` : nothing}
      <article class=${to ? 'private' : ''} part="chat-message">
        <header>
          <h3 dir="auto">${name}</h3>
          <time datetime=${new Date(at).toISOString()}>${timeOf(at)}</time>
          ${to ? html`<span class="to">${own ? texts.toPerson(to.name) : texts.toYou}</span>` : nothing}
        </header>
        ${repeat(
          messages,
          ({ id }) => id,
          (message) => html`<p dir="auto">${messageText(message)}</p>`,
        )}
      </article>`;
  }

  #toNewest(): TemplateResult {
    const count = this.#missedCount;
    return html`<button
      type="button"
      class="newest ${count ? '' : 'plain'}"
      part="newest-button"
      aria-label=${count ? nothing : chatWords().newest}
      title=${chatWords().newest}
      @click=${this.#onNewest}
    >
      ${downIcon}${count ? chatWords().more(count) : nothing}
    </button>`;
  }

  get #log(): HTMLElement {
    return this.renderRoot.querySelector('.log') as HTMLElement;
  }

  /** The end again, with nothing new in it. */
  #follow(): void {
    this.#missed = undefined;
    this.#missedCount = 0;
    if (this.#scroll) this.#scroll.atEnd = true;
  }

  /** To whoever holds the chat. */
  readonly #passOn = ({ action }: ChatActionEvent): void => void this.dispatchEvent(new ChatActionEvent(action));

  readonly #onNewest = (): void => {
    this.#missedCount = 0;
    this.#scroll?.toEnd();
    // The button goes; the keyboard goes on in what it led to.
    this.#log.focus({ preventScroll: true });
  };
}

const empty = (mayWrite: boolean): TemplateResult =>
  html`<div class="none"><b>${chatWords().empty}</b>${mayWrite ? chatWords().emptyHint : nothing}</div>`;

/** With the day, unless it is today. */
function timeOf(at: number): string {
  const day = new Date(at);
  if (day.toDateString() === new Date().toDateString()) return clockTime(at);
  const date = day.toLocaleDateString(words().tag, { day: 'numeric', month: 'short', numberingSystem: 'latn' });
  return `${date}, ${clockTime(at)}`;
}

define('vr-chat', VrChat);

declare global {
  interface HTMLElementTagNameMap {
    'vr-chat': VrChat;
  }
}
