/** What went wrong with one's devices and what to do, each with a way to try again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceAction } from '../../events/device-action.js';
import { deviceWords } from '../../text/en-devices.js';
import { alertIcon } from '../alert-icon.js';
import type { ShownTrouble } from './device-panel.js';

export const TROUBLE_PARTS = 'device-trouble, retry-device-button';

export const troubleList = (troubles: readonly ShownTrouble[], ask: (action: DeviceAction) => void): TemplateResult[] =>
  troubles.map(
    ({ title, hint, sources, retry }) =>
      html`<div class="trouble" part="device-trouble">
        ${alertIcon}
        <div><b>${title}</b> ${hint}</div>
        ${
          retry
            ? html`<button type="button" part="retry-device-button" @click=${() => ask({ type: 'retry', sources })}>
                ${deviceWords().retry}
              </button>`
            : nothing
        }
      </div>`,
  );
