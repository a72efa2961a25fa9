/**
 * One's own camera and microphone: what the person wants, what the browser gave. Devices open only while they are
 * allowed, and a track that comes too late is ended at once, so no light stays on. A microphone that is muted stays open,
 * disabled; a camera that is off is closed. What happens to open devices later is for DeviceCare, which is loaded then.
 */
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../emitter.js';
import { VideoRoomError } from '../errors.js';
import type { DeviceState } from '../session-state.js';
import type { DeviceCare } from './device-care.js';
import type { DevicePort } from './device-port.js';
import { constraintsFor, DEFAULT_SETUP, type DeviceSetup } from './device-setup.js';

type Permission = PermissionState | undefined;

interface LocalMediaEvents {
  device: { source: DeviceSource; device: DeviceState };
}

export interface LocalMediaOptions {
  log: Logger;
  devices: DevicePort;
}

export class LocalMedia extends Emitter<LocalMediaEvents> {
  readonly port: DevicePort;
  readonly log: Logger;
  readonly #states: Record<DeviceSource, DeviceState> = {
    microphone: { wanted: false, status: 'off' },
    camera: { wanted: false, status: 'off' },
  };
  setup = DEFAULT_SETUP;
  #allowed: ReadonlySet<DeviceSource> = new Set();
  /** Grows whenever pending requests to the browser become pointless. */
  readonly #round: Record<DeviceSource, number> = { microphone: 0, camera: 0 };

  constructor({ log, devices }: LocalMediaOptions) {
    super();
    this.log = log.with({ category: 'device' });
    this.port = devices;
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
      this.set(source, { wanted, status: 'off' });
    }
    void this.open(sources.filter((source) => !before.has(source) && this.#states[source].wanted));
  }

  /** Asking for a device that failed tries it again. */
  setWanted(source: DeviceSource, wanted: boolean): void {
    const { status, track } = this.#states[source];
    if (this.#states[source].wanted === wanted && status !== 'failed') return;
    if (source === 'microphone' && track) {
      this.log.info(wanted ? 'unmuted' : 'muted', { source });
      return this.run(source, wanted, track);
    }
    if (!wanted) {
      this.#shut(source);
      return this.set(source, { wanted, status: 'off' });
    }
    this.set(source, { wanted, status: 'off' });
    if (this.#allowed.has(source)) void this.open([source]);
  }

  /** Which devices to use and how, from now on: what is open and differs is opened anew, and put in the place of the old. */
  setUp(change: Partial<DeviceSetup>): void {
    const before = this.setup;
    this.setup = { ...before, ...change };
    if (DEVICE_SOURCES.some((source) => this.#states[source].track)) void this.#care((care) => care.changed(before));
  }

  /** The page is in sight again: what the system had taken and has not given back by then is opened anew. */
  wake(): void {
    if (DEVICE_SOURCES.some((source) => this.#states[source].status === 'interrupted')) {
      void this.#care((care) => care.wake());
    }
  }

  /** For DeviceCare, as all that follows: opens anew what is wanted and allowed. */
  async open(sources: readonly DeviceSource[]): Promise<void> {
    const rounds = sources.map((source) => {
      const { error } = this.#states[source];
      this.set(source, { wanted: true, status: 'starting', ...(error && { error }) });
      return [source, this.begin(source)] as const;
    });
    if (rounds.length === 0) return;
    const before = rounds.map(([source]) => this.#permission(source));
    try {
      const stream = await this.ask(sources);
      for (const [index, [source, round]] of rounds.entries()) this.arrive(source, round, stream, before[index]);
    } catch (cause) {
      await Promise.all(
        rounds.map(async ([source, round], index) => {
          // One missing or refused device must not cost the other; but nobody is asked twice what he just refused.
          const again =
            rounds.length > 1 && (!isRefusal(cause) || (await this.port.permission(source, true)) === 'granted');
          if (!again) return this.#refuse(source, round, cause, before[index]);
          if (this.isCurrent(source, round)) await this.open([source]);
        }),
      );
    }
  }

  /** Makes what was asked of the browser before pointless. Returns what names the new request. */
  begin(source: DeviceSource): number {
    return ++this.#round[source];
  }

  isCurrent(source: DeviceSource, round: number): boolean {
    return round === this.#round[source];
  }

  ask(sources: readonly DeviceSource[]): Promise<MediaStream> {
    this.log.debug('asking for devices', { sources });
    return this.port.open(constraintsFor(sources, this.setup));
  }

  /** @param before the permission before the browser was asked. */
  arrive(source: DeviceSource, round: number, stream: MediaStream, before?: Promise<Permission>): void {
    const [track] = source === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
    if (!track) {
      // Some browsers leave out what the page does not allow, and give the rest.
      const cause = new DOMException(`No ${source} in the stream`, 'NotFoundError');
      return void this.#refuse(source, round, cause, before);
    }
    if (!this.isCurrent(source, round)) return track.stop();
    this.#states[source].track?.stop();
    track.contentHint = source === 'camera' ? 'motion' : 'speech';
    for (const type of ['ended', 'mute', 'unmute'] as const) {
      track.addEventListener(type, () => void this.#care((care) => care[type](source, track)));
    }
    this.log.info('device on', { source });
    if (before) void this.#permission(source);
    this.run(source, this.#states[source].wanted, track);
  }

  run(source: DeviceSource, wanted: boolean, track: MediaStreamTrack): void {
    track.enabled = wanted;
    this.set(source, { wanted, status: wanted ? 'on' : 'off', track });
    if (wanted && track.muted) void this.#care((care) => care.mute(source, track));
  }

  set(source: DeviceSource, device: DeviceState): void {
    this.#states[source] = device;
    this.emit('device', { source, device });
  }

  async #refuse(source: DeviceSource, round: number, cause: unknown, before?: Promise<Permission>): Promise<void> {
    if (!this.isCurrent(source, round)) return;
    const fallback = new VideoRoomError('device-failed', `No ${source}`, { cause });
    const error = (await this.#care(async (care) => care.explain(source, cause, await before))) ?? fallback;
    if (!this.isCurrent(source, round)) return;
    this.log.error('device failed', { source, code: error.code });
    this.set(source, { wanted: true, status: 'failed', error });
  }

  /** What the browser would answer now. */
  async #permission(source: DeviceSource): Promise<Permission> {
    const state = await this.port.permission(source);
    this.log.with({ category: 'permission' }).debug('permission', { source, state });
    return state;
  }

  /** Undefined where it could not be loaded. */
  async #care<Result>(task: (care: DeviceCare) => Result): Promise<Awaited<Result> | undefined> {
    const loaded = await import('./device-care.js').catch(() => undefined);
    return loaded && (await task(new loaded.DeviceCare(this)));
  }

  #shut(source: DeviceSource): void {
    this.begin(source);
    const { track } = this.#states[source];
    if (!track) return;
    track.stop();
    this.log.info('device off', { source });
  }
}

const isRefusal = (cause: unknown) => cause instanceof DOMException && cause.name === 'NotAllowedError';
