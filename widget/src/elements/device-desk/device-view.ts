/** What the device desk shows, as a pure function of what it knows: the pieces which the element puts in their places. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeviceSource } from '@video-room/protocol';
import type { SessionState } from '../../core/session-state.js';
import type { DeviceActionEvent } from '../../events/device-action.js';
import '../vr-device-notes/vr-device-notes.js';
import { NOTES_PARTS } from '../vr-device-notes/vr-device-notes.js';
import '../vr-devices/vr-devices.js';
import { DEVICES_PARTS } from '../vr-devices/vr-devices.js';
import '../vr-prejoin/vr-prejoin.js';
import { PREJOIN_PARTS } from '../vr-prejoin/vr-prejoin.js';
import type { DevicePanel, ShownTrouble } from './device-panel.js';

export interface DeviceKnowledge {
  state: SessionState;
  panel: DevicePanel;
  unasked: boolean;
  later: boolean;
  menuOpen: boolean;
  news: string;
  muted: boolean;
  talking: boolean;
  act: (event: DeviceActionEvent) => void;
}

export interface DeviceView {
  /** The Join screen. */
  prejoin: (name: string) => TemplateResult;
  /** Over the pictures. */
  pills: TemplateResult | typeof nothing;
  /** Opens the menu; for the bar. */
  button: TemplateResult | typeof nothing;
  /** What the buttons of the bar say of a device that failed. */
  troubles: Partial<Record<DeviceSource, ShownTrouble>>;
}

export function deviceView({ state, panel, unasked, later, menuOpen, act, ...notes }: DeviceKnowledge): DeviceView {
  const inside = state.phase === 'joined' || state.phase === 'reconnecting';
  const { troubles } = panel;
  return {
    prejoin: (name) =>
      html`<vr-prejoin
        exportparts=${PREJOIN_PARTS}
        .view=${{ ...panel, name, state: state.devices, unasked, later }}
        @device-action=${act}
        ><slot name="prejoin-header"></slot
      ></vr-prejoin>`,
    pills: inside
      ? html`<vr-device-notes
          exportparts=${NOTES_PARTS}
          .notes=${{ ...notes, troubles: menuOpen ? [] : troubles }}
          @device-action=${act}
        ></vr-device-notes>`
      : nothing,
    button:
      panel.sources.length > 0
        ? html`<vr-devices
            slot="devices"
            exportparts=${DEVICES_PARTS}
            .panel=${panel}
            .open=${menuOpen}
            @device-action=${act}
          ></vr-devices>`
        : nothing,
    troubles: Object.fromEntries(troubles.flatMap((trouble) => trouble.sources.map((source) => [source, trouble]))),
  };
}
