/** What there is to see and choose of one's own devices: the same on the Join screen and in the menu. */
import type { DeviceSource } from '@video-room/protocol';
import type { RoomDevice } from '../../controllers/devices/device-lists.js';
import type { DeviceKind } from '../../core/media/device-port.js';
import type { Processing } from '../../core/media/device-setup.js';

/** What went wrong, in words. */
export interface ShownTrouble {
  readonly sources: readonly DeviceSource[];
  readonly title: string;
  readonly hint: string;
  /** Trying again may help without reloading the page. */
  readonly retry: boolean;
  /** It goes on by itself. */
  readonly passing: boolean;
}

export interface DevicePanel {
  readonly devices: readonly RoomDevice[];
  /** What there is of, also where the browser tells no names. */
  readonly kinds: ReadonlySet<DeviceKind>;
  /** What one may send. */
  readonly sources: readonly DeviceSource[];
  readonly troubles: readonly ShownTrouble[];
  /** The microphone, while it is open and not muted. */
  readonly microphone: MediaStreamTrack | undefined;
  /** There is a camera at the other side, as on phones. */
  readonly canSwitchCamera: boolean;
  /** The test tone is playing. */
  readonly testing: boolean;
  readonly processing: Processing;
}
