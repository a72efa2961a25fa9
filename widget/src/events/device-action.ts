import type { DeviceSource } from '@video-room/protocol';
import type { DeviceKind } from '../core/media/device-port.js';
import type { Processing } from '../core/media/device-setup.js';

/** What a control of one's own devices asks for. */
export type DeviceAction =
  /** An empty id: the browser's choice. */
  | { type: 'select'; kind: DeviceKind; deviceId: string }
  | { type: 'process'; change: Partial<Processing> }
  | { type: 'switch-camera' }
  | { type: 'test-sound' }
  /** Opens the devices to see oneself before joining. */
  | { type: 'preview' }
  | { type: 'toggle'; source: DeviceSource }
  | { type: 'retry'; sources: readonly DeviceSource[] }
  | { type: 'go-without'; sources: readonly DeviceSource[] }
  | { type: 'unmute' }
  /** The menu. */
  | { type: 'open'; open: boolean }
  /** Whether a call would work. */
  | { type: 'check' };

/** Internal: dispatched on the element that holds the control, heard by the device desk; never leaves the shadow root. */
export class DeviceActionEvent extends Event {
  constructor(readonly action: DeviceAction) {
    super('device-action', { bubbles: true });
  }
}
