/** The controls. Shows what state it is given and asks for what is clicked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceSource } from '@video-room/protocol';
import type { DeviceState } from '../../core/session-state.js';
import { ActionRequestEvent, type Action } from '../../events/action-request.js';
import { isSwitchedOn } from '../../events/changes.js';
import { words } from '../../text/en.js';
import { define } from '../define.js';
import {
  activityIcon,
  cameraIcon,
  cameraOffIcon,
  leaveIcon,
  microphoneIcon,
  microphoneOffIcon,
  moreIcon,
} from '../icons.js';
import { SpeakingElement } from '../speaking-element.js';
import { tokens } from '../tokens.styles.js';
import { controlsOf, type ControlName } from './controls.js';
import { styles } from './vr-bar.styles.js';

/** Names of the parts of the bar, for `exportparts`. */
export const BAR_PARTS =
  'button, microphone-button, camera-button, debug-button, more-button, leave-button, device-badge, tooltip';

const rule = html`<span class="rule"></span>`;

const OFF: DeviceState = { wanted: false, status: 'off' };

const DEVICES = {
  microphone: { on: microphoneIcon, off: microphoneOffIcon, turnOff: 'mute', turnOn: 'unmute', key: 'M' },
  camera: { on: cameraIcon, off: cameraOffIcon, turnOff: 'cameraOff', turnOn: 'cameraOn', key: 'V' },
} as const;

/** Drawn by what is loaded later. */
const LATER: readonly ControlName[] = ['screen', 'hand', 'reactions', 'chat', 'people'];

interface ButtonParts {
  name: 'microphone' | 'camera' | 'debug' | 'more' | 'leave';
  label: string;
  icon: TemplateResult;
  action: Action;
  tip: TemplateResult | string;
  className?: string;
  pressed?: boolean;
  alert?: boolean;
  news?: boolean;
  /** Whether the menu it opens is open. */
  expanded?: boolean;
}

/**
 * @csspart button - any button of the bar; also `microphone-button`, `camera-button`, `debug-button`, `more-button`,
 *   `leave-button`.
 * @csspart device-badge - marks a button whose device failed.
 * @csspart tooltip - says what a button does, or why its device failed.
 * @slot - further controls, before the leave button.
 * @slot start - further controls, before all others.
 * @slot devices - the button that opens the menu of devices.
 * @slot screen - the button that shares one's screen; likewise `hand`, `reactions`, `chat`, `people`.
 * @slot menu - the open menu of the more button.
 * @fires action-request
 */
export class VrBar extends SpeakingElement {
  static override styles = [tokens, styles];

  static override properties = {
    microphone: { attribute: false },
    camera: { attribute: false },
    troubles: { attribute: false },
    debugOpen: { attribute: false },
    inCall: { attribute: false },
    menuOpen: { attribute: false },
    news: { attribute: false },
    controls: { attribute: false },
    quiet: { type: Boolean, reflect: true },
    crowded: { type: Boolean, reflect: true },
  };

  /** Undefined where the person may not send it: there is no switch then. */
  microphone: DeviceState | undefined = OFF;
  camera: DeviceState | undefined = OFF;
  /** What to say of devices that failed, once the words are there. */
  troubles: Partial<Record<DeviceSource, { title: string; hint: string }>> | undefined;
  debugOpen = false;
  /** Whether the red button ends a call, and not one's stay in the room. */
  inCall = false;
  menuOpen = false;
  /** What is new behind the more button, in words. */
  news = '';
  /** The buttons that are to be there. */
  controls: ReadonlySet<ControlName> = controlsOf(null);
  /** Fades the bar, unless the keyboard is on it. */
  quiet = false;
  /** There are further controls in it: where it is narrow, the debug button makes room. */
  crowded = false;

  /** To the first control. */
  override focus(): void {
    const button = this.renderRoot.querySelector('button') ?? this.querySelector<HTMLElement>('[slot]');
    button?.focus();
  }

  /** To that control; where there is no room for it, to the menu it is in. */
  focusOn(control: ControlName): void {
    this.querySelector<HTMLElement>(`[slot=${control}]`)?.focus();
    if (!this.matches(':focus-within')) this.renderRoot.querySelector<HTMLElement>('[part~=more-button]')?.focus();
  }

  override render() {
    const before = (['microphone', 'camera'] as const).map((source) => this.#device(source));
    const others = [...LATER, 'debug', 'more'].some((name) => this.controls.has(name as ControlName));
    const first = before.some((button) => button !== nothing);
    return html`<div class="bar" role="group" aria-label=${words().bar.label}>
      <slot name="start"></slot
      >${before}${this.#slot('devices')}${first && others ? rule : nothing}${LATER.map((name) => this.#slot(name))}
      ${this.#button({
        name: 'debug',
        label: words().bar.debug,
        icon: activityIcon,
        action: { type: 'toggle-debug' },
        tip: html`${words().bar.debug}<kbd>Alt+Shift+D</kbd>`,
        className: this.debugOpen ? 'open' : '',
        pressed: this.debugOpen,
      })}
      <slot></slot>
      ${this.#button({
        name: 'more',
        label: this.news ? `${words().bar.more}, ${this.news}` : words().bar.more,
        icon: moreIcon,
        news: !!this.news,
        action: { type: 'toggle-menu', open: !this.menuOpen },
        tip: words().bar.more,
        expanded: this.menuOpen,
      })}
      ${(first || others) && this.controls.has('leave') ? rule : nothing}${this.#leave()}
    </div>`;
  }

  #slot(name: ControlName): TemplateResult | typeof nothing {
    return this.controls.has(name) ? html`<slot name=${name}></slot>` : nothing;
  }

  #leave(): TemplateResult | typeof nothing {
    const end = this.inCall ? words().bar.hangUp : words().bar.leave;
    return this.#button({
      name: 'leave',
      label: end,
      icon: leaveIcon,
      action: { type: this.inCall ? 'hang-up' : 'leave' },
      tip: end,
      className: 'leave',
    });
  }

  #device(source: DeviceSource): TemplateResult | typeof nothing {
    const device = this[source];
    if (!device) return nothing;
    const { on, off, turnOff, turnOn, key } = DEVICES[source];
    const pressed = isSwitchedOn(device);
    const starting = device.status === 'starting';
    const failed = device.status === 'failed' || device.status === 'interrupted';
    const failure = failed && this.troubles?.[source];
    return this.#button({
      name: source,
      label: words().bar[source],
      icon: pressed ? on : off,
      action: { type: `toggle-${source}` },
      tip: failure
        ? html`<strong>${failure.title}</strong>${failure.hint}`
        : html`${words().bar[starting ? 'starting' : pressed ? turnOff : turnOn]}<kbd>${key}</kbd>`,
      className: pressed ? (starting ? 'starting' : '') : 'off',
      pressed,
      alert: failed,
    });
  }

  #button(parts: ButtonParts): TemplateResult | typeof nothing {
    const { name, label, icon, action, tip, className = '', pressed, alert, news, expanded } = parts;
    if (!this.controls.has(name)) return nothing;
    return html`<span class="holder"
      ><button
        type="button"
        class=${className}
        part="button ${name}-button"
        aria-label=${label}
        aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
        aria-haspopup=${expanded === undefined ? nothing : 'menu'}
        aria-expanded=${expanded === undefined ? nothing : expanded ? 'true' : 'false'}
        aria-describedby="${name}-tip"
        @click=${() => this.dispatchEvent(new ActionRequestEvent(action))}
      >
        ${icon}${alert ? html`<span class="badge" part="device-badge">!</span>` : nothing}${news ? html`<i class="badge dot"></i>` : nothing}</button
      ><span class="tip" part="tooltip" id="${name}-tip" role="tooltip">${tip}</span
      >${expanded === undefined ? nothing : html`<slot name="menu"></slot>`}</span
    >`;
  }
}

define('vr-bar', VrBar);

declare global {
  interface HTMLElementTagNameMap {
    'vr-bar': VrBar;
  }
}
