/**
 * A question with two clear answers: asked by somebody who moderates, then it stands aside and the call goes on; or what one
 * wants to do oneself and cannot take back, then nothing else can be done. Asks; decides nothing.
 */
import { html, nothing, type PropertyValues } from 'lit';
import { deepFocus, FocusReturn, isTyping } from '../../controllers/focus.js';
import { TogetherActionEvent } from '../../events/together-action.js';
import { card } from '../card.styles.js';
import { dialog } from '../dialog.styles.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import '../vr-face/vr-face.js';
import { styles } from './vr-question.styles.js';

export interface Question {
  /** Another id: another question. */
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly yes: string;
  readonly no: string;
  /** Whose face stands beside it. */
  readonly name?: string | undefined;
  /** One wants to do it oneself, and it cannot be taken back. */
  readonly grave?: boolean;
}

/** Names of the parts, for `exportparts`. */
export const QUESTION_PARTS = 'dialog, question, yes-button, no-button';

/**
 * @csspart dialog - the card.
 * @csspart question - the card, too.
 * @csspart yes-button - says yes.
 * @csspart no-button - says no.
 * @fires together-action
 */
export class VrQuestion extends SpeakingElement {
  static override styles = [tokens, card, dialog, styles];

  static override properties = { question: { attribute: false } };

  question: Question | undefined;

  constructor() {
    super();
    new FocusReturn(this);
  }

  override willUpdate(): void {
    this.toggleAttribute('grave', !!this.question?.grave);
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('question');
    // To the card and to none of its buttons: a key pressed by chance decides nothing. Nor is anybody's typing disturbed.
    if (changed.has('question') && before?.id !== this.question?.id && !isTyping(deepFocus())) this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.dialog')?.focus();
  }

  override render() {
    const { question } = this;
    if (!question) return nothing;
    const { title, hint, yes, no, name, grave } = question;
    return html`<div
      class="dialog"
      part="dialog question"
      role=${grave ? 'alertdialog' : 'dialog'}
      aria-modal=${grave ? 'true' : nothing}
      aria-labelledby="title"
      aria-describedby="hint"
      tabindex="-1"
      @keydown=${this.#onKey}
    >
      ${name === undefined ? nothing : html`<vr-face .name=${name}></vr-face>`}
      <div class="says">
        <h2 id="title" dir="auto">${title}</h2>
        <p id="hint">${hint}</p>
      </div>
      <div class="acts">
        <button type="button" part="no-button" @click=${() => this.#answer(false)}>${no}</button>
        <button type="button" class=${grave ? 'no' : 'main'} part="yes-button" @click=${() => this.#answer(true)}>
          ${yes}
        </button>
      </div>
    </div>`;
  }

  /** Nothing comes of no. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && this.question?.grave) this.#keepInside(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#answer(false);
  };

  /** It says that nothing else can be done: then the keyboard finds nothing else, whatever stands beside it. */
  #keepInside(event: KeyboardEvent): void {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const way = event.shiftKey ? buttons.reverse() : buttons;
    const at = way.findIndex((button) => button === this.shadowRoot?.activeElement);
    way[(at + 1) % way.length]?.focus();
    event.preventDefault();
  }

  #answer(yes: boolean): void {
    this.dispatchEvent(new TogetherActionEvent({ type: 'answer', yes }));
  }
}

define('vr-question', VrQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'vr-question': VrQuestion;
  }
}
