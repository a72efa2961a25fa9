/** What there is to say of one's own devices during the call, over the pictures. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeviceActionEvent, type DeviceAction } from '../../events/device-action.js';
import { deviceWords } from '../../text/en-devices.js';
import { define } from '../define.js';
import type { ShownTrouble } from '../device-desk/device-panel.js';
import { alertIcon } from '../alert-icon.js';
import { microphoneIcon, microphoneOffIcon } from '../icons.js';
import { pill } from '../pill.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';

export interface DeviceNotes {
  readonly troubles: readonly ShownTrouble[];
  /** What became of one that is over. */
  readonly news: string;
  /** Somebody speaks who is muted. */
  readonly muted: boolean;
  /** Space is held. */
  readonly talking: boolean;
}

/** Names of the parts, for `exportparts`. */
export const NOTES_PARTS = 'pill, device-note, muted-hint, unmute-button, retry-device-button, go-without-button';

/**
 * @csspart pill - a short message over the picture.
 * @csspart device-note - one that says what happened to a device.
 * @csspart muted-hint - one that says that one is muted.
 * @fires device-action
 */
export class VrDeviceNotes extends SpeakingElement {
  static override styles = [
    tokens,
    pill,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 8px;
        inline-size: 100%;
        font: var(--_font);
        color: var(--_text);
      }
      .pill {
        flex-wrap: wrap;
        gap: 6px 10px;
        max-width: min(560px, 100%);
        overflow-wrap: anywhere;
        padding: 9px 14px;
      }
      .trouble {
        display: grid;
        grid-template-columns: auto 1fr;
      }
      .trouble > svg {
        align-self: start;
        color: var(--_warn);
      }
      .trouble p {
        margin: 0;
        color: var(--_soft);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      b {
        font-weight: 600;
      }
      .trouble b {
        display: block;
        color: var(--_text);
      }
      .acts {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: -2px -10px -3px;
      }
      .muted > svg {
        color: var(--_bad-text);
      }
      .talking > svg {
        color: var(--_talk);
      }
      small {
        font-size: 13px;
        color: var(--_soft);
      }
      button {
        padding: 4px 10px;
        border-radius: 10px;
        background: none;
        color: var(--_accent);
        font-weight: 600;
      }
      [part~='go-without-button'] {
        color: var(--_soft);
      }
      button:hover {
        background: var(--_raised);
      }
      @media (hover: none) {
        small {
          display: none;
        }
      }
      @container (max-height: 300px) {
        .trouble p {
          display: none;
        }
      }
    `,
  ];

  static override properties = { notes: { attribute: false } };

  notes: DeviceNotes | undefined;

  override render() {
    if (!this.notes) return nothing;
    const { troubles, news, muted, talking } = this.notes;
    const says = deviceWords().muted;
    return html`${troubles.map((trouble) => this.#trouble(trouble))}
    ${news ? html`<div class="pill" part="pill device-note">${news}</div>` : nothing}
    ${
      muted
        ? html`<div class="pill muted" part="pill muted-hint">
            ${microphoneOffIcon}<b>${says.hint}</b>
            <button type="button" part="unmute-button" @click=${() => this.#ask({ type: 'unmute' })}>
              ${says.unmute}</button
            ><small>${says.hold}</small>
          </div>`
        : nothing
    }
    ${talking ? html`<div class="pill talking" part="pill">${microphoneIcon}${says.talking}</div>` : nothing}`;
  }

  #trouble({ title, hint, sources, retry, passing }: ShownTrouble): TemplateResult {
    const says = deviceWords();
    return html`<div class="pill trouble" part="pill device-note">
      ${alertIcon}
      <p><b>${title}</b> ${hint}</p>
      <div class="acts">
        ${
          retry
            ? html`<button
                type="button"
                part="retry-device-button"
                @click=${() => this.#ask({ type: 'retry', sources })}
              >
                ${says.retry}
              </button>`
            : nothing
        }
        ${
          passing
            ? nothing
            : html`<button
                type="button"
                part="go-without-button"
                @click=${() => this.#ask({ type: 'go-without', sources })}
              >
                ${says.without}
              </button>`
        }
      </div>
    </div>`;
  }

  #ask(action: DeviceAction): void {
    this.dispatchEvent(new DeviceActionEvent(action));
  }
}

define('vr-device-notes', VrDeviceNotes);

declare global {
  interface HTMLElementTagNameMap {
    'vr-device-notes': VrDeviceNotes;
  }
}
