/**
 * The one dialog of everything that somebody else accepts or declines: being called, calling, being asked on stage, and
 * people who ask to come in. Who, what, and two clear choices. Escape and clicks beside it decide nothing.
 */
import { LIMITS, type CallId } from '@video-room/protocol';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { deepFocus, FocusReturn, isTyping } from '../../controllers/focus.js';
import { DeskActionEvent, type DeskAction } from '../../events/desk-action.js';
import { callWords } from '../../text/en-calls.js';
import { clockTime } from '../../text/formats.js';
import { checkIcon, crossIcon, downIcon, phoneIcon } from '../call-desk/icons.js';
import { card } from '../card.styles.js';
import { dialog } from '../dialog.styles.js';
import { define } from '../define.js';
import { cameraIcon, leaveIcon } from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import '../vr-face/vr-face.js';
import { styles } from './vr-request.styles.js';

export type RequestView =
  | { kind: 'incoming'; call: CallId; name: string; video: boolean; stage: boolean; silent: boolean }
  | { kind: 'outgoing'; call: CallId; name: string }
  | { kind: 'knocks'; knocks: readonly { call: CallId; name: string; since: number }[] };

/** Names of the parts, for `exportparts`. */
export const REQUEST_PARTS = [
  'dialog, accept-button, accept-sound-button, decline-button, decline-with-message-button, cancel-button',
  'message-field, message-cancel-button, later-button',
].join(', ');

/**
 * @csspart dialog - the card.
 * @csspart accept-button - accepts, or lets in.
 * @csspart accept-sound-button - accepts with sound only.
 * @csspart decline-button - declines.
 * @csspart decline-with-message-button - opens the field for words.
 * @csspart cancel-button - takes one's own call back.
 * @csspart message-field - takes words for the other.
 * @csspart message-cancel-button - closes that field.
 * @csspart later-button - puts those who ask to come in aside.
 * @fires desk-action
 */
export class VrRequest extends SpeakingElement {
  static override styles = [tokens, card, dialog, styles];

  static override properties = { request: { attribute: false }, writing: { attribute: false } };

  request: RequestView | undefined;
  /** The field for words is open. */
  private writing = false;
  #asked = '';

  constructor() {
    super();
    new FocusReturn(this);
  }

  override willUpdate(changed: PropertyValues): void {
    this.toggleAttribute('aside', this.request?.kind === 'knocks');
    if (!changed.has('request') || this.#subject === this.#asked) return;
    this.writing = false;
  }

  override updated(): void {
    const subject = this.#subject;
    if (subject === this.#asked) return;
    this.#asked = subject;
    // To the dialog and to none of its buttons: a key pressed by chance decides nothing. Nor is anybody's typing disturbed.
    if (!isTyping(deepFocus())) this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.dialog')?.focus();
  }

  override render() {
    const { request } = this;
    switch (request?.kind) {
      case 'incoming':
        return this.#incoming(request);
      case 'outgoing':
        return this.#outgoing(request);
      case 'knocks':
        return this.#knocks(request);
      case undefined:
        return nothing;
      default:
        return request satisfies never;
    }
  }

  /** What the dialog is about: another one takes the focus anew. */
  get #subject(): string {
    const { request } = this;
    return request?.kind === 'knocks' ? 'knocks' : `${request?.kind} ${request?.call}`;
  }

  #incoming({ call, name, video, stage, silent }: RequestView & { kind: 'incoming' }): TemplateResult {
    const words = callWords().request;
    return html`<div
      class="dialog"
      part="dialog"
      role="alertdialog"
      aria-labelledby="who what"
      aria-describedby="more"
      tabindex="-1"
    >
      <vr-face .name=${name}></vr-face>
      <h2 id="who" dir="auto">${name}</h2>
      <p id="what">${stage ? words.stage : video ? words.incoming : words.incomingSound}</p>
      <div id="more">
        ${stage ? html`<p>${words.stageHint}</p>` : nothing}
        ${silent ? html`<p class="silent">${words.silent}</p>` : nothing}
      </div>
      ${
        this.writing
          ? this.#message(call)
          : html`<div class="acts">
              ${this.#button('wide main', 'accept-button', cameraIcon, words.accept, { type: 'accept', call, video: true })}
              ${this.#button('', 'accept-sound-button', phoneIcon, words.acceptSound, {
                type: 'accept',
                call,
                video: false,
              })}
              ${this.#button('no', 'decline-button', crossIcon, words.decline, { type: 'decline', call })}
              <button type="button" class="wide plain" part="decline-with-message-button" @click=${this.#write}>
                ${words.declineWith}
              </button>
            </div>`
      }
    </div>`;
  }

  #message(call: CallId): TemplateResult {
    const words = callWords().request;
    const send = (event: Event) => {
      event.preventDefault();
      this.#ask({ type: 'decline', call, ...this.#words('reason') });
    };
    return html`<form class="acts" @submit=${send}>
      <label class="wide"
        >${words.message}<input part="message-field" maxlength=${LIMITS.reasonLength} autocomplete="off"
      /></label>
      <button type="button" part="message-cancel-button" @click=${() => (this.writing = false)}>${words.cancel}</button>
      <button class="no" part="decline-button">${words.send}</button>
    </form>`;
  }

  #outgoing({ call, name }: RequestView & { kind: 'outgoing' }): TemplateResult {
    const words = callWords().request;
    return html`<div class="dialog" part="dialog" role="dialog" aria-labelledby="who what" tabindex="-1">
      <vr-face .name=${name}></vr-face>
      <h2 id="who" dir="auto">${name}</h2>
      <p id="what">${words.outgoing}</p>
      <div class="acts">
        ${this.#button('wide no', 'cancel-button', leaveIcon, words.cancel, { type: 'hang-up', call })}
      </div>
    </div>`;
  }

  #knocks({ knocks }: RequestView & { kind: 'knocks' }): TemplateResult {
    const words = callWords().knock;
    const all = knocks.map(({ call }) => call);
    const names = knocks.map((_, index) => `name-${index}`);
    return html`<div
      class="dialog knocks"
      part="dialog"
      role="dialog"
      aria-labelledby="who"
      aria-describedby=${names.join(' ')}
      tabindex="-1"
    >
      <div class="head">
        <h2 id="who">${knocks.length === 1 ? words.title : words.titleMany(knocks.length)}</h2>
        ${this.#button('small', 'later-button', downIcon, '', { type: 'put-aside', aside: true }, words.later)}
      </div>
      <ul>
        ${knocks.map(
          ({ call, name, since }, index) =>
            html`<li>
              <vr-face .name=${name}></vr-face>
              <div class="who">
                <b id=${`name-${index}`} dir="auto">${name}</b><span>${words.since(clockTime(since))}</span>
              </div>
              ${this.#button('small no', 'decline-button', crossIcon, '', () => this.#knock(false, [call]), words.declinePerson(name))}
              ${this.#button('small main', 'accept-button', checkIcon, words.admit, () => this.#knock(true, [call]), words.admitPerson(name))}
            </li>`,
        )}
      </ul>
      <label>${words.message}<input part="message-field" maxlength=${LIMITS.reasonLength} autocomplete="off" /></label>
      ${
        knocks.length > 1
          ? html`<div class="acts">
              ${this.#button('no', 'decline-button', undefined, words.declineAll, () => this.#knock(false, all))}
              ${this.#button('main', 'accept-button', undefined, words.admitAll, () => this.#knock(true, all))}
            </div>`
          : nothing
      }
    </div>`;
  }

  #button(
    className: string,
    part: string,
    icon: TemplateResult | undefined,
    text: string,
    action: DeskAction | (() => DeskAction),
    label?: string,
  ): TemplateResult {
    return html`<button
      type="button"
      class=${className}
      part=${part}
      aria-label=${label ?? nothing}
      title=${text ? nothing : (label ?? nothing)}
      @click=${() => this.#ask(typeof action === 'function' ? action() : action)}
    >
      ${icon}${text ? html`<span>${text}</span>` : nothing}
    </button>`;
  }

  #knock(admit: boolean, calls: readonly CallId[]): DeskAction {
    return { type: admit ? 'admit' : 'decline-knock', calls, ...this.#words('message') };
  }

  /** What was written, and the field is empty again. */
  #words<Name extends 'reason' | 'message'>(name: Name): { [Key in Name]?: string } {
    const field = this.renderRoot.querySelector('input');
    const words = field?.value.trim();
    if (field) field.value = '';
    return (words ? { [name]: words } : {}) as { [Key in Name]?: string };
  }

  readonly #write = async (): Promise<void> => {
    this.writing = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };

  #ask(action: DeskAction): void {
    this.dispatchEvent(new DeskActionEvent(action));
  }
}

define('vr-request', VrRequest);

declare global {
  interface HTMLElementTagNameMap {
    'vr-request': VrRequest;
  }
}
