/** Before joining: one's own picture, name and devices. Asks; decides nothing, and opens nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import { LIMITS, type DeviceSource } from '@video-room/protocol';
import type { DeviceState } from '../../core/session-state.js';
import { ActionRequestEvent } from '../../events/action-request.js';
import { isSwitchedOn } from '../../events/changes.js';
import { DeviceActionEvent, type DeviceAction } from '../../events/device-action.js';
import { words } from '../../text/en.js';
import { deviceWords } from '../../text/en-devices.js';
import { card } from '../card.styles.js';
import { define } from '../define.js';
import type { DevicePanel } from '../device-desk/device-panel.js';
import { PICKER_PARTS, pickers } from '../device-desk/pickers.js';
import { pickersStyles } from '../device-desk/pickers.styles.js';
import { TROUBLE_PARTS, troubleList } from '../device-desk/trouble-list.js';
import { troubleStyles } from '../device-desk/trouble-list.styles.js';
import { cameraIcon, cameraOffIcon, microphoneIcon, microphoneOffIcon } from '../icons.js';
import { showTrack } from '../show-track.js';
import { sheet } from '../sheet.styles.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { styles } from './vr-prejoin.styles.js';

export interface Prejoin extends DevicePanel {
  readonly name: string;
  readonly state: Readonly<Record<DeviceSource, DeviceState>>;
  /** The browser would ask the person if the devices were opened now. */
  readonly unasked: boolean;
  /** Nobody rings or is rung yet, so devices open later only. */
  readonly later: boolean;
}

/** Names of the parts, for `exportparts`. */
export const PREJOIN_PARTS = `notice, preview, name-field, join-button, preflight-button, allow-button, preview-microphone-button, preview-camera-button, ${PICKER_PARTS}, ${TROUBLE_PARTS}`;

const ICONS = {
  microphone: [microphoneOffIcon, microphoneIcon],
  camera: [cameraOffIcon, cameraIcon],
} as const;

/**
 * @slot - above the heading.
 * @csspart notice - all of it.
 * @csspart preview - one's own picture.
 * @csspart name-field - takes the display name.
 * @csspart join-button - joins.
 * @csspart preflight-button - opens the preflight.
 * @csspart allow-button - lets the browser ask for camera and microphone.
 * @fires action-request
 * @fires device-action
 */
export class VrPrejoin extends SpeakingElement {
  static override styles = [tokens, card, sheet, pickersStyles, troubleStyles, styles];

  static override properties = { view: { attribute: false } };

  view: Prejoin | undefined;

  /** To the heading: Enter pressed twice shall not do what comes next. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override updated(): void {
    const video = this.renderRoot.querySelector('video');
    const { camera } = this.view?.state ?? {};
    if (showTrack(video, camera?.wanted ? camera.track : undefined)) void video?.play().catch(() => undefined);
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { prejoin } = deviceWords();
    const { sources, troubles } = view;
    return html`<form class="sheet ${sources.length > 0 ? '' : 'narrow'}" part="notice" @submit=${this.#onSubmit}>
      <slot></slot>
      <h2 tabindex="-1">${prejoin.title}</h2>
      ${sources.length > 0 ? this.#preview(view) : nothing}
      <div class="side">
        <label
          >${prejoin.name}<input
            part="name-field"
            name="name"
            autocomplete="name"
            maxlength=${LIMITS.nameLength}
            .value=${view.name}
        /></label>
        ${sources.length > 0 ? nothing : html`<p>${view.later ? prejoin.later : prejoin.listener}</p>`}
        ${troubleList(troubles, this.#ask)} ${sources.length > 0 && !view.unasked ? pickers(view, this.#ask) : nothing}
        <button class="main" part="join-button">${prejoin.join}</button>
        <button type="button" class="check" part="preflight-button" @click=${() => this.#ask({ type: 'check' })}>
          ${prejoin.check}
        </button>
      </div>
    </form>`;
  }

  #preview({ state: { camera }, sources, unasked }: Prejoin): TemplateResult {
    const { prejoin } = deviceWords();
    const front = camera.track?.getSettings().facingMode !== 'environment';
    const showing = camera.wanted && camera.track;
    return html`<div class="preview ${unasked ? 'unasked' : ''}" part="preview">
      ${
        unasked
          ? html`<b>${prejoin.ask}</b>
              <p>${prejoin.askHint}</p>
              <button type="button" class="allow" part="allow-button" @click=${() => this.#ask({ type: 'preview' })}>
                ${prejoin.allow}
              </button>`
          : html`<video
                class=${front ? 'mirrored' : ''}
                aria-label=${prejoin.picture}
                autoplay
                playsinline
                .muted=${true}
                ?hidden=${!showing}
              ></video>
              ${showing ? nothing : html`<span>${prejoin[stateOf(camera)]}</span>`}
              <div class="switches">${sources.map((source) => this.#switch(source))}</div>`
      }
    </div>`;
  }

  #switch(source: DeviceSource): TemplateResult {
    const device = this.view!.state[source];
    const on = isSwitchedOn(device);
    return html`<button
      type="button"
      part="preview-${source}-button"
      aria-label=${words().bar[source]}
      aria-pressed=${on ? 'true' : 'false'}
      @click=${() => this.#ask({ type: 'toggle', source })}
    >
      ${ICONS[source][on ? 1 : 0]}
    </button>`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const name = this.renderRoot.querySelector('input')?.value.trim();
    this.dispatchEvent(new ActionRequestEvent(name ? { type: 'join', name } : { type: 'join' }));
  };

  readonly #ask = (action: DeviceAction): void => {
    this.dispatchEvent(new DeviceActionEvent(action));
  };
}

const stateOf = ({ status }: DeviceState) => (status === 'starting' || status === 'failed' ? status : 'off');

define('vr-prejoin', VrPrejoin);

declare global {
  interface HTMLElementTagNameMap {
    'vr-prejoin': VrPrejoin;
  }
}
