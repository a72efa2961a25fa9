/** What became of calls, and of those at the door, one line each, until dismissed; with a way to call again. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Outcome } from '../../controllers/calls/outcomes.js';
import { DeskActionEvent, type DeskAction } from '../../events/desk-action.js';
import { callWords } from '../../text/en-calls.js';
import { clockTime } from '../../text/formats.js';
import { crossIcon, doorIcon, missedIcon, phoneIcon } from '../call-desk/icons.js';
import { define } from '../define.js';
import { pill } from '../pill.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

/** Names of the parts, for `exportparts`. */
export const OUTCOME_PARTS = 'outcome, call-again-button, dismiss-button';

/**
 * @csspart outcome - one line.
 * @csspart call-again-button - calls that person again.
 * @csspart dismiss-button - puts the line away.
 * @fires desk-action
 */
export class VrOutcomes extends SpeakingElement {
  static override styles = [
    tokens,
    pill,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 8px;
        max-width: 100%;
        font: var(--_font);
        color: var(--_text);
      }
      .outcome {
        gap: 10px;
        width: var(--_outcome-width, fit-content);
        padding-block: 6px;
        padding-inline: 14px 6px;
      }
      .outcome > svg {
        width: 16px;
        height: 16px;
        color: var(--_soft);
      }
      .missed > svg {
        color: var(--_bad-text);
      }
      .words {
        flex: auto;
        min-width: 0;
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      q {
        color: var(--_soft);
      }
      time {
        color: var(--_soft);
        font-size: 13px;
      }
      button {
        flex: none;
        min-width: 32px;
        min-height: 32px;
        padding: 0 10px;
        border-radius: 12px;
        background: none;
        color: var(--_accent);
        font-weight: 600;
        white-space: nowrap;
      }
      button:hover {
        background: var(--_raised);
      }
      .dismiss {
        display: grid;
        place-items: center;
        padding: 0;
        color: var(--_soft);
      }
      .dismiss svg {
        width: 16px;
        height: 16px;
      }
      @container (max-width: 420px) {
        .outcome {
          display: grid;
          grid-template-columns: auto 1fr auto;
          row-gap: 0;
        }
        .words {
          grid-area: 1 / 2;
        }
        .again {
          grid-area: 2 / 2;
          justify-self: start;
          margin-inline-start: -10px;
        }
      }
    `,
  ];

  static override properties = { outcomes: { attribute: false } };

  outcomes: readonly Outcome[] = [];

  override render() {
    return html`${this.outcomes.map((outcome) => this.#line(outcome))}`;
  }

  #line({ id, text, reason, at, again, missed, door }: Outcome): TemplateResult {
    const words = callWords().outcome;
    return html`<div class="pill outcome ${missed ? 'missed' : ''}" part="outcome">
      ${missed ? missedIcon : door ? doorIcon : phoneIcon}
      <div class="words">
        ${text}${at === undefined ? nothing : html` <time>${words.at(clockTime(at))}</time>`}${
          reason ? html` <q dir="auto">${reason}</q>` : nothing
        }
      </div>
      ${again ? this.#button('call-again-button', words.again, { type: 'call', ...again }) : nothing}
      <button
        class="dismiss"
        part="dismiss-button"
        aria-label=${words.dismiss}
        @click=${() => this.dispatchEvent(new DeskActionEvent({ type: 'dismiss', id }))}
      >
        ${crossIcon}
      </button>
    </div>`;
  }

  #button(part: string, label: string, action: DeskAction): TemplateResult {
    return html`<button class="again" part=${part} @click=${() => this.dispatchEvent(new DeskActionEvent(action))}>
      ${label}
    </button>`;
  }
}

define('vr-outcomes', VrOutcomes);

declare global {
  interface HTMLElementTagNameMap {
    'vr-outcomes': VrOutcomes;
  }
}
