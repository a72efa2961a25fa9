/** Which devices are to be used and how, and how a browser is asked for them. Pure. */
import type { DeviceSource } from '@video-room/protocol';

/** What the browser does to the microphone's sound. */
export interface Processing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

export interface DeviceSetup extends Processing {
  /** Device ids; undefined: the browser's choice. Another device is taken where that one is not there. */
  readonly microphone?: string | undefined;
  readonly camera?: string | undefined;
  /** Phones: which way the camera looks. Counts where no camera is chosen. */
  readonly facing?: 'user' | 'environment' | undefined;
}

export const DEFAULT_SETUP: DeviceSetup = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

export function constraintsFor(sources: readonly DeviceSource[], setup: DeviceSetup): MediaStreamConstraints {
  const { microphone, camera, facing, ...processing } = setup;
  const ask: Record<DeviceSource, MediaStreamConstraints> = {
    microphone: { audio: { ...processing, ...ideal('deviceId', microphone) } },
    camera: {
      video: {
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30, max: 30 },
        ...(camera ? ideal('deviceId', camera) : ideal('facingMode', facing)),
      },
    },
  };
  return Object.assign({}, ...sources.map((source) => ask[source])) as MediaStreamConstraints;
}

const ideal = (name: string, value: string | undefined) => (value ? { [name]: { ideal: value } } : {});
