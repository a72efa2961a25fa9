/** The card of reactions, above the bar. It is there only while it is open. Asks, and decides nothing. */
import { html } from 'lit';
import { OutsidePress } from '../../controllers/outside-press.js';
import { TogetherActionEvent, type TogetherAction } from '../../events/together-action.js';
import { enTogether, togetherWords } from '../../text/en-together.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-reactions.styles.js';

/** Names of the parts, for `exportparts`. */
export const REACTIONS_PARTS = 'reactions, reaction-button';

type Emoji = keyof typeof enTogether.reactions.names;

const EMOJI = Object.keys(enTogether.reactions.names) as Emoji[];

/**
 * @csspart reactions - the card.
 * @csspart reaction-button - shows that emoji to all.
 * @fires together-action
 */
export class VrReactions extends SpeakingElement {
  static override styles = [tokens, styles];

  constructor() {
    super();
    // The button that opened it closes it, too.
    const isButton = (target: EventTarget) => target instanceof Element && target.slot === 'reactions';
    new OutsidePress(this, () => this.#close(false), isButton);
  }

  override firstUpdated(): void {
    this.focus();
  }

  /** To the first of them. */
  override focus(): void {
    this.#choices[0]?.focus();
  }

  override render() {
    const { label, names } = togetherWords().reactions;
    return html`<div class="card" part="reactions" role="toolbar" aria-label=${label} @keydown=${this.#onKey}>
      ${EMOJI.map(
        (emoji, index) =>
          html`<button
            type="button"
            part="reaction-button"
            tabindex=${index === 0 ? 0 : -1}
            aria-label=${names[emoji]}
            title=${names[emoji]}
            @click=${() => {
              this.#ask({ type: 'react', emoji });
              this.#close(true);
            }}
          >
            ${emoji}
          </button>`,
      )}
    </div>`;
  }

  get #choices(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const choices = this.#choices;
    const at = choices.findIndex((choice) => choice === this.shadowRoot?.activeElement);
    const onwards = this.matches(':dir(rtl)') ? -1 : 1;
    const to: Partial<Record<string, number>> = {
      ArrowRight: at + onwards,
      ArrowLeft: at - onwards,
      Home: 0,
      End: choices.length - 1,
    };
    const index = to[event.key];
    // From the button that opened it, the browser goes on.
    if (event.key === 'Tab') return this.#close(true);
    if (event.key === 'Escape') this.#close(true);
    else if (index === undefined) return;
    else choices.at(index % choices.length)?.focus();
    event.preventDefault();
  };

  #close(takeFocusBack: boolean): void {
    this.#ask({ type: 'show-reactions', open: false, takeFocusBack });
  }

  #ask(action: TogetherAction): void {
    this.dispatchEvent(new TogetherActionEvent(action));
  }
}

define('vr-reactions', VrReactions);

declare global {
  interface HTMLElementTagNameMap {
    'vr-reactions': VrReactions;
  }
}
