/** The button in the bar that opens the menu of one's own devices, and that menu. Asks, and decides nothing. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Processing } from '../../core/media/device-setup.js';
import { OutsidePress } from '../../controllers/outside-press.js';
import { DeviceActionEvent, type DeviceAction } from '../../events/device-action.js';
import { deviceWords } from '../../text/en-devices.js';
import { define } from '../define.js';
import type { DevicePanel } from '../device-desk/device-panel.js';
import { closeIcon, upIcon } from '../device-desk/icons.js';
import { PICKER_PARTS, pickers } from '../device-desk/pickers.js';
import { pickersStyles } from '../device-desk/pickers.styles.js';
import { TROUBLE_PARTS, troubleList } from '../device-desk/trouble-list.js';
import { troubleStyles } from '../device-desk/trouble-list.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-devices.styles.js';

/** Names of the parts, for `exportparts`. */
export const DEVICES_PARTS = `button, devices-button, device-menu, device-menu-close-button, processing-switch, ${PICKER_PARTS}, ${TROUBLE_PARTS}`;

const SWITCHES: readonly (keyof Processing)[] = ['noiseSuppression', 'echoCancellation', 'autoGainControl'];

/**
 * @csspart devices-button - opens the menu, or closes it; a `button`, too.
 * @csspart device-menu - the menu.
 * @csspart device-menu-close-button - closes it.
 * @csspart processing-switch - what the browser does to the sound of the microphone.
 * @fires device-action
 */
export class VrDevices extends SpeakingElement {
  static override styles = [tokens, pickersStyles, troubleStyles, styles];

  static override properties = { panel: { attribute: false }, open: { attribute: false } };

  panel: DevicePanel | undefined;
  open = false;
  /** What had the focus before the menu changed. */
  #focused: Element | null | undefined;

  constructor() {
    super();
    // What goes from one of its parts to another does not come out to it.
    this.addEventListener('focusout', this.#onFocusOut);
    this.addEventListener('keydown', this.#onKey);
    new OutsidePress(this, () => this.open && this.#close(false));
  }

  override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.open) return;
    // What had it is gone, say the button of a trouble that is over.
    const lost = this.#focused && !this.shadowRoot?.activeElement;
    // To the card itself: a screen reader says what it is.
    if (changed.has('open') || lost) this.renderRoot.querySelector<HTMLElement>('[role=dialog]')?.focus();
  }

  override render() {
    const { open: label } = deviceWords().menu;
    return html`<button
        class="opener"
        type="button"
        part="button devices-button"
        aria-label=${label}
        title=${label}
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => this.#ask({ type: 'open', open: !this.open })}
      >
        ${upIcon}</button
      >${this.open ? this.#menu() : nothing}`;
  }

  #menu(): TemplateResult {
    const { menu } = deviceWords();
    const { panel } = this;
    return html`<div class="menu" part="device-menu" role="dialog" tabindex="-1" aria-label=${menu.label}>
      <header>
        <b aria-hidden="true">${menu.label}</b>
        <button
          type="button"
          part="device-menu-close-button"
          aria-label=${menu.close}
          @click=${() => this.#close(true)}
        >
          ${closeIcon}
        </button>
      </header>
      ${panel ? [troubleList(panel.troubles, this.#ask), pickers(panel, this.#ask), this.#processing(panel)] : ''}
    </div>`;
  }

  #processing({ processing, sources }: DevicePanel): TemplateResult | undefined {
    if (!sources.includes('microphone')) return undefined;
    const { menu } = deviceWords();
    return html`<div class="switches" role="group" aria-label=${menu.processing}>
      ${SWITCHES.map(
        (name) =>
          html`<label part="processing-switch"
            >${menu[name]}<input
              type="checkbox"
              role="switch"
              name=${name}
              .checked=${processing[name]}
              @change=${({ target }: Event) =>
                this.#ask({ type: 'process', change: { [name]: (target as HTMLInputElement).checked } })}
          /></label>`,
      )}
    </div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#close(true);
  };

  /** It lies over faces: not for longer than somebody is in it. Without a next place, say another window, it stays. */
  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (this.open && relatedTarget) this.#close(false);
  };

  #close(takeFocusBack: boolean): void {
    if (takeFocusBack) this.renderRoot.querySelector('button')?.focus();
    this.#ask({ type: 'open', open: false });
  }

  readonly #ask = (action: DeviceAction): void => {
    this.dispatchEvent(new DeviceActionEvent(action));
  };
}

define('vr-devices', VrDevices);

declare global {
  interface HTMLElementTagNameMap {
    'vr-devices': VrDevices;
  }
}
