/**
 * One's own camera and microphone: what the person wants, what the browser gave. Devices open only while they are
 * allowed, and a track that comes too late is ended at once, so no light stays on. A microphone that is muted stays open,
 * disabled; a camera that is off is closed.
 */
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../emitter.js';
import { VideoRoomError } from '../errors.js';
import type { DeviceState } from '../session-state.js';
import { toDeviceError } from './device-errors.js';
import type { DevicePort } from './device-port.js';

const CONSTRAINTS = {
  microphone: { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
  camera: { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } } },
} as const satisfies Record<DeviceSource, MediaStreamConstraints>;

interface LocalMediaEvents {
  device: { source: DeviceSource; device: DeviceState };
}

export interface LocalMediaOptions {
  log: Logger;
  devices: DevicePort;
}

export class LocalMedia extends Emitter<LocalMediaEvents> {
  readonly #log: Logger;
  readonly #devices: DevicePort;
  readonly #states: Record<DeviceSource, DeviceState> = {
    microphone: { wanted: false, status: 'off' },
    camera: { wanted: false, status: 'off' },
  };
  #allowed: ReadonlySet<DeviceSource> = new Set();
  /** Grows whenever pending requests to the browser become pointless. */
  readonly #round: Record<DeviceSource, number> = { microphone: 0, camera: 0 };

  constructor({ log, devices }: LocalMediaOptions) {
    super();
    this.#log = log.with({ category: 'media' });
    this.#devices = devices;
  }

  state(source: DeviceSource): DeviceState {
    return this.#states[source];
  }

  /**
   * Opens what is wanted and newly allowed, both at once with one question to the person; closes what is not allowed any
   * more. What is wanted stays as it is.
   */
  allow(sources: readonly DeviceSource[]): void {
    const before = this.#allowed;
    this.#allowed = new Set(sources);
    for (const source of DEVICE_SOURCES) {
      const { wanted, status, track } = this.#states[source];
      if (this.#allowed.has(source) || (status === 'off' && !track)) continue;
      this.#shut(source);
      this.#set(source, { wanted, status: 'off' });
    }
    void this.#open(sources.filter((source) => !before.has(source) && this.#states[source].wanted));
  }

  /** Asking for a device that failed tries it again. */
  setWanted(source: DeviceSource, wanted: boolean): void {
    const { status, track } = this.#states[source];
    if (this.#states[source].wanted === wanted && status !== 'failed') return;
    if (source === 'microphone' && track) {
      track.enabled = wanted;
      this.#log.info(wanted ? 'unmuted' : 'muted', { source });
      return this.#set(source, { wanted, status: wanted ? 'on' : 'off', track });
    }
    if (!wanted) {
      this.#shut(source);
      return this.#set(source, { wanted, status: 'off' });
    }
    this.#set(source, { wanted, status: 'off' });
    if (this.#allowed.has(source)) void this.#open([source]);
  }

  async #open(sources: readonly DeviceSource[]): Promise<void> {
    const rounds = sources.map((source) => {
      this.#set(source, { wanted: true, status: 'starting' });
      return [source, ++this.#round[source]] as const;
    });
    if (rounds.length === 0) return;
    try {
      const stream = await this.#ask(sources);
      for (const [source, round] of rounds) this.#arrive(source, round, stream);
    } catch (cause) {
      await Promise.all(
        rounds.map(async ([source, round]) => {
          // One missing or refused device must not cost the other; but nobody is asked twice what he just refused.
          const again = rounds.length > 1 && (!isRefusal(cause) || (await this.#devices.isGranted(source)));
          if (!again) return this.#refuse(source, round, cause);
          if (round === this.#round[source]) await this.#open([source]);
        }),
      );
    }
  }

  async #ask(sources: readonly DeviceSource[]): Promise<MediaStream> {
    this.#log.debug('asking for devices', { sources });
    const constraints = sources.reduce<MediaStreamConstraints>(
      (all, source) => ({ ...all, ...CONSTRAINTS[source] }),
      {},
    );
    return this.#devices.open(constraints);
  }

  #arrive(source: DeviceSource, round: number, stream: MediaStream): void {
    const [track] = source === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    if (!track)
      return this.#refuse(source, round, new VideoRoomError('device-not-found', `No ${source} in the stream`));
    if (round !== this.#round[source]) return track.stop();
    track.contentHint = source === 'camera' ? 'motion' : 'speech';
    track.addEventListener('ended', () => this.#onEnded(source, track));
    this.#log.info('device on', { source });
    this.#set(source, { wanted: true, status: 'on', track });
  }

  #refuse(source: DeviceSource, round: number, cause: unknown): void {
    if (round !== this.#round[source]) return;
    const error = toDeviceError(source, cause);
    this.#log.error('device failed', { source, code: error.code });
    this.#set(source, { wanted: true, status: 'failed', error });
  }

  #onEnded(source: DeviceSource, track: MediaStreamTrack): void {
    if (this.#states[source].track !== track) return;
    this.#log.error('device lost', { source });
    const error = new VideoRoomError('device-lost', `The ${source} stopped`);
    this.#set(source, { wanted: this.#states[source].wanted, status: 'failed', error });
  }

  #shut(source: DeviceSource): void {
    this.#round[source] += 1;
    const { track } = this.#states[source];
    if (!track) return;
    track.stop();
    this.#log.info('device off', { source });
  }

  #set(source: DeviceSource, device: DeviceState): void {
    this.#states[source] = device;
    this.emit('device', { source, device });
  }
}

const isRefusal = (cause: unknown) => cause instanceof DOMException && cause.name === 'NotAllowedError';
