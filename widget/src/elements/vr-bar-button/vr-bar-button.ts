/** A further button for the bar: an icon with a name, or a word where there is room. Asks; decides nothing. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeskActionEvent, type DeskAction } from '../../events/desk-action.js';
import { define } from '../define.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

/**
 * @csspart button - the button.
 * @csspart badge - a number on it.
 * @fires desk-action
 */
export class VrBarButton extends SpeakingElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        font: var(--_font);
        color: var(--_text);
      }
      button {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        min-width: var(--_fit, var(--_control));
        height: var(--_fit, var(--_control));
        padding: 0;
        border-radius: var(--_control-radius);
        background: var(--_raised);
        font-weight: 600;
        white-space: nowrap;
        transition: background 0.15s;
      }
      button:hover {
        background: color-mix(in srgb, var(--_raised), var(--_lift) 9%);
      }
      button.word {
        padding-inline: 15px 18px;
      }
      button[aria-pressed='true'] {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      button.go {
        background: var(--_talk);
        color: var(--_on-talk);
      }
      button.go:hover {
        background: color-mix(in srgb, var(--_talk), var(--_lift) 14%);
      }
      .badge {
        position: absolute;
        top: -3px;
        inset-inline-end: -3px;
        min-width: 18px;
        padding: 0 5px;
        border-radius: 99px;
        background: var(--_accent);
        color: var(--_on-accent);
        font: 600 13px/18px system-ui;
        text-align: center;
      }
      button[aria-pressed='true'] .badge {
        background: var(--_text);
        color: var(--_stage);
      }
      @media (forced-colors: active) {
        button[aria-pressed='true'] .badge {
          background: Canvas;
          color: CanvasText;
        }
      }
      @container (max-width: 420px) {
        :host(:not(.aside)) button.word {
          padding: 0;
        }
        /* Out of sight, but still the button's name. */
        :host(:not(.aside)) button.word span:not(.badge) {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @container (max-height: 300px) {
        button {
          min-width: 40px;
          height: 40px;
        }
      }
      @container (max-width: 260px) or (max-height: 200px) {
        button {
          height: 34px;
        }
      }
    `,
  ];

  static override properties = {
    icon: { attribute: false },
    label: { attribute: false },
    tip: { attribute: false },
    word: { attribute: false },
    main: { attribute: false },
    pressed: { attribute: false },
    count: { attribute: false },
    counted: { attribute: false },
    action: { attribute: false },
  };

  icon: TemplateResult | undefined;
  label = '';
  /** Shown instead of the label to those who point: what a click would do. */
  tip = '';
  /** Whether the label is shown, too. */
  word = false;
  /** The one button that matters now. */
  main = false;
  /** Undefined for a button that does one thing. */
  pressed: boolean | undefined;
  /** Shown as a badge unless 0. */
  count = 0;
  /** What is counted, in words with the number: then the badge says no more than `9+`. */
  counted = '';
  action: DeskAction | undefined;

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    return html`<button
      type="button"
      part="button"
      class="${this.word ? 'word' : ''} ${this.main ? 'go' : ''}"
      aria-label=${this.word ? nothing : this.count > 0 ? `${this.label}, ${this.counted || this.count}` : this.label}
      title=${this.word ? nothing : this.tip || this.label}
      aria-pressed=${this.pressed === undefined ? nothing : this.pressed ? 'true' : 'false'}
      @click=${() => this.action && this.dispatchEvent(new DeskActionEvent(this.action))}
    >
      ${this.icon}${this.word ? html`<span>${this.label}</span> ` : nothing}
      ${this.count > 0 ? html`<span class="badge" part="badge">${this.counted && this.count > 9 ? '9+' : this.count}</span>` : nothing}
    </button>`;
  }
}

define('vr-bar-button', VrBarButton);

declare global {
  interface HTMLElementTagNameMap {
    'vr-bar-button': VrBarButton;
  }
}
