/** What fills the place of the pictures while there are none to come yet: waiting to be let in, or for a broadcast. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeskActionEvent, type DeskAction } from '../../events/desk-action.js';
import { card } from '../card.styles.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

export interface WaitingButton {
  label: string;
  action: DeskAction;
  main?: boolean;
  /** Not yet. */
  disabled?: boolean;
}

export interface WaitingView {
  icon: TemplateResult;
  title: string;
  hint?: string | undefined;
  /** What somebody else said. */
  words?: string | undefined;
  /** Something is on its way. */
  pending?: boolean;
  buttons: readonly WaitingButton[];
}

/** Names of the parts, for `exportparts`. */
export const WAITING_PARTS = 'waiting, waiting-button';

/**
 * @csspart waiting - the card.
 * @csspart waiting-button - any of its buttons.
 * @fires desk-action
 */
export class VrWaiting extends SpeakingElement {
  static override styles = [
    tokens,
    card,
    css`
      :host {
        grid-area: 1 / 1;
        display: grid;
        place-items: safe center;
        padding: 16px;
        overflow: auto;
        background: var(--_stage);
        font: var(--_font);
        color: var(--_text);
        text-align: center;
      }
      .card {
        width: min(400px, 100%);
      }
      .sign {
        position: relative;
        margin-bottom: 20px;
      }
      .sign svg {
        width: 24px;
        height: 24px;
      }
      .pending::after {
        content: '';
        position: absolute;
        inset: -7px;
        border: 2px solid var(--_line);
        border-top-color: var(--_accent);
        border-radius: 50%;
        animation: turn 1.6s linear infinite;
      }
      h2:focus-visible {
        outline-offset: 6px;
        border-radius: 6px;
      }
      .words {
        margin-top: 14px;
        padding: 10px 14px;
        border-radius: 12px;
        background: var(--_surface);
        color: var(--_text);
      }
      .acts {
        margin-top: 24px;
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 10px;
      }
      button {
        min-width: 132px;
        min-height: 44px;
        padding: 0 20px;
        border-radius: 14px;
        background: var(--_raised);
        font-weight: 600;
      }
      button:hover {
        background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
      }
      button:disabled {
        background: var(--_surface);
        color: var(--_soft);
        cursor: default;
      }
      @container (max-height: 380px) {
        .sign {
          display: none;
        }
        .acts {
          margin-top: 14px;
        }
      }
    `,
  ];

  static override properties = { view: { attribute: false } };

  view: WaitingView | undefined;

  /** To the heading: Enter pressed twice shall not do what comes next. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    return html`<div class="card" part="waiting">
      <div class="sign ${view.pending ? 'pending' : ''}">${view.icon}</div>
      <h2 tabindex="-1">${view.title}</h2>
      ${view.words ? html`<p class="words" dir="auto">${view.words}</p>` : nothing}
      ${view.hint ? html`<p>${view.hint}</p>` : nothing}
      ${
        view.buttons.length > 0
          ? html`<div class="acts">${view.buttons.map((button) => this.#button(button))}</div>`
          : nothing
      }
    </div>`;
  }

  #button({ label, action, main, disabled }: WaitingButton): TemplateResult {
    return html`<button
      type="button"
      part="waiting-button"
      class=${main ? 'main' : ''}
      ?disabled=${disabled}
      @click=${() => this.dispatchEvent(new DeskActionEvent(action))}
    >
      ${label}
    </button>`;
  }
}

define('vr-waiting', VrWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'vr-waiting': VrWaiting;
  }
}
