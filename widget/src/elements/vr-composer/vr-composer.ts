/**
 * Where one writes a message: to whom, what, and what became of it. Keeps what is being written; asks for it to be sent.
 */
import { LIMITS } from '@video-room/protocol';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Recipient } from '../../controllers/chat/recipients.js';
import type { VideoRoomErrorCode } from '../../core/errors.js';
import { ChatActionEvent } from '../../events/chat-action.js';
import { chatWords } from '../../text/en-chat.js';
import { define } from '../define.js';
import { line } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { failureWords } from './chat-failure.js';
import { styles } from './vr-composer.styles.js';

/** Names of the parts, for `exportparts`. */
export const COMPOSER_PARTS = 'chat-field, chat-send-button, chat-recipient-select';

const sendIcon = line(
  'M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11zM21.854 2.147l-10.94 10.939',
);
const downIcon = line('m6 9 6 6 6-6');

/** So near the limit the rest is shown, and at each of these said: not at every key. */
const SAID_AT = [10, 20, 50, 100, 200];

export interface ComposerView {
  /** `reconnecting`: not now. `read-only`: not here. */
  readonly state: 'open' | 'reconnecting' | 'read-only';
  readonly people: readonly Recipient[];
  /** To this person alone, who may be there no more; undefined: to all. */
  readonly to: Recipient | undefined;
  /** Another object is another text to go on with, as after a failure. */
  readonly draft: { readonly text: string };
  /** Why the last message was not sent. */
  readonly failure: VideoRoomErrorCode | undefined;
}

/**
 * @csspart chat-field - takes the text.
 * @csspart chat-send-button - sends it.
 * @csspart chat-recipient-select - chooses whom it is for.
 * @fires chat-action
 */
export class VrComposer extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = { view: { attribute: false }, text: { attribute: false } };

  view: ComposerView | undefined;
  private text = '';
  /** What those who do not see are told of what is beside the field, and at which of the marks that was. */
  #told: { readonly mark: string; readonly words: string } = { mark: '', words: '' };

  override focus(): void {
    this.#field?.focus();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.view) return;
    if (changed.has('view') && changed.get('view')?.draft !== this.view.draft) this.text = this.view.draft.text;
    const { words, mark = words } = this.#note(this.view);
    if (mark !== this.#told.mark) this.#told = { mark, words };
  }

  override updated(): void {
    this.#grow();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    if (view.state === 'read-only') return html`<p>${chatWords().readOnly}</p>`;
    const name = view.to ? chatWords().fieldFor(view.to.name) : chatWords().field;
    const note = this.#note(view);
    return html`<div class=${view.to ? 'private' : ''}>
      ${view.people.length > 0 || view.to ? this.#chooser(view) : nothing}
      <div class="box">
        <textarea
          part="chat-field"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          aria-label=${name}
          aria-describedby="note"
          placeholder=${name}
          ?readonly=${view.state !== 'open'}
          .value=${live(this.text)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        ></textarea>
        <button
          type="button"
          part="chat-send-button"
          aria-label=${chatWords().send}
          title=${chatWords().send}
          aria-disabled=${this.#canSend ? 'false' : 'true'}
          @click=${this.#send}
        >
          ${sendIcon}
        </button>
      </div>
      <p id="note" class=${note.bad ? 'bad' : ''}>${note.words}</p>
      <div class="unseen" role="status">${this.#told.words}</div>
    </div>`;
  }

  #chooser({ people, to }: ComposerView): TemplateResult {
    const gone = to && !this.#isThere(to);
    return html`<label class="to">
      ${chatWords().recipient}
      <span class="chooser">
        <select part="chat-recipient-select" @change=${this.#onAddress}>
          <option value="" .selected=${!to}>${chatWords().everyone}</option>
          ${people.map(
            ({ identity, name }) =>
              html`<option value=${identity} .selected=${identity === to?.identity}>${name}</option>`,
          )}
          ${gone ? html`<option disabled value="-" .selected=${true}>${chatWords().absent(to.name)}</option>` : nothing}
        </select>
        ${downIcon}
      </span>
    </label>`;
  }

  /** `mark`: while it is the same, other words need not be said. */
  #note({ state, to, failure }: ComposerView): { words: string; bad: boolean; mark?: string } {
    const left = LIMITS.textLength - this.text.length;
    if (state === 'reconnecting') return { words: chatWords().reconnecting, bad: false };
    if (to && !this.#isThere(to)) return { words: chatWords().gone(to.name), bad: true };
    if (left < 0) return { words: chatWords().tooLong(-left), bad: true, mark: 'over' };
    if (failure) return { words: failureWords(failure), bad: true };
    const mark = SAID_AT.find((count) => left <= count);
    return { words: mark ? chatWords().left(left) : '', bad: false, mark: `${mark}` };
  }

  #isThere({ identity }: Recipient): boolean {
    return !!this.view?.people.some((person) => person.identity === identity);
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #canSend(): boolean {
    const { state, to } = this.view ?? {};
    const fits = this.text.trim() !== '' && this.text.length <= LIMITS.textLength;
    return fits && state === 'open' && (!to || this.#isThere(to));
  }

  readonly #onInput = (): void => {
    this.text = this.#field?.value ?? '';
    this.dispatchEvent(new ChatActionEvent({ type: 'draft', text: this.text }));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // While a word is composed, Enter takes what is offered; Safari says so only by the old key code.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onAddress = ({ target }: Event): void => {
    this.dispatchEvent(new ChatActionEvent({ type: 'address', identity: (target as HTMLSelectElement).value }));
    this.focus();
  };

  readonly #send = (): void => {
    if (!this.#canSend) return;
    const { text } = this;
    this.text = '';
    this.dispatchEvent(new ChatActionEvent({ type: 'send', text }));
    this.focus();
  };

  /** As tall as what is written, up to what the style sheet allows. */
  #grow(): void {
    const field = this.#field;
    if (!field) return;
    field.style.height = '';
    if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight}px`;
    field.style.overflowY = field.scrollHeight > field.clientHeight ? 'auto' : 'hidden';
  }
}

define('vr-composer', VrComposer);

declare global {
  interface HTMLElementTagNameMap {
    'vr-composer': VrComposer;
  }
}
