/** One row for each kind of device: what is in use, and what else there is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceKind } from '../../core/media/device-port.js';
import type { DeviceAction } from '../../events/device-action.js';
import { deviceWords } from '../../text/en-devices.js';
import { cameraIcon, microphoneIcon } from '../icons.js';
import '../vr-level/vr-level.js';
import type { DevicePanel } from './device-panel.js';
import { downIcon, speakerIcon, switchCameraIcon } from './icons.js';

/** Names of the parts, for `exportparts`. */
export const PICKER_PARTS =
  'device-select, microphone-select, camera-select, speaker-select, switch-camera-button, test-button, level';

const ICONS = { microphone: microphoneIcon, camera: cameraIcon, speaker: speakerIcon };

export function pickers(panel: DevicePanel, ask: (action: DeviceAction) => void): TemplateResult {
  const { sources, microphone, canSwitchCamera, testing } = panel;
  const { menu } = deviceWords();
  const level = html`<vr-level exportparts="level" .track=${microphone} .label=${menu.level}></vr-level>`;
  const switchCamera = html`<button
    type="button"
    part="switch-camera-button"
    aria-label=${menu.switchCamera}
    title=${menu.switchCamera}
    @click=${() => ask({ type: 'switch-camera' })}
  >
    ${switchCameraIcon}
  </button>`;
  const test = html`<button
    type="button"
    part="test-button"
    ?disabled=${testing}
    @click=${() => ask({ type: 'test-sound' })}
  >
    ${testing ? menu.testing : menu.test}
  </button>`;
  return html`<div class="pickers">
    ${sources.includes('microphone') ? picker('microphone', panel, ask, nothing, microphone ? level : nothing) : nothing}
    ${picker('speaker', panel, ask, test)}
    ${sources.includes('camera') ? picker('camera', panel, ask, canSwitchCamera ? switchCamera : nothing) : nothing}
  </div>`;
}

function picker(
  kind: DeviceKind,
  { devices, kinds: there }: DevicePanel,
  ask: (action: DeviceAction) => void,
  button: TemplateResult | typeof nothing,
  below: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { kinds, standard, none } = deviceWords();
  const all = devices.filter((device) => device.kind === kind);
  return html`<div class="picker">
    ${ICONS[kind]}
    <span class="choice"
      ><select
        part="device-select ${kind}-select"
        aria-label=${kinds[kind]}
        ?disabled=${all.length < 2}
        @change=${({ target }: Event) => ask({ type: 'select', kind, deviceId: (target as HTMLSelectElement).value })}
      >
        ${all.length === 0 ? html`<option>${there.has(kind) || kind === 'speaker' ? standard : none}</option>` : nothing}
        ${all.map(
          ({ deviceId, label, selected }, index) =>
            html`<option value=${deviceId} .selected=${selected}>${label || `${kinds[kind]} ${index + 1}`}</option>`,
        )}</select
      >${downIcon}</span
    >
    ${button} ${below}
  </div>`;
}
