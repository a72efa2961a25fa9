/**
 * What happens to devices that are open already: another one is chosen, one is unplugged, the system takes one away for a
 * while. And what failed gets its name. Holds nothing of its own; loaded when the first of this happens.
 */
import { DEVICE_SOURCES, type DeviceSource } from '@video-room/protocol';
import { VideoRoomError } from '../errors.js';
import type { DeviceSetup } from './device-setup.js';
import type { LocalMedia } from './local-media.js';
import { nameFailure, nameLoss } from './name-failure.js';
import { pageFacts } from './page-facts.js';

export class DeviceCare {
  readonly #media: LocalMedia;

  constructor(media: LocalMedia) {
    this.#media = media;
  }

  /** Names what `getUserMedia` rejected with. @param before the permission before it was asked. */
  async explain(source: DeviceSource, cause: unknown, before?: PermissionState): Promise<VideoRoomError> {
    const after = await this.#media.port.permission(source, true);
    this.#media.log.with({ category: 'permission' }).debug('permission', { source, state: after ?? 'not told' });
    return nameFailure({ source, cause, before, after, page: pageFacts(source) });
  }

  /** Opens anew what the setup has changed for. */
  changed(before: DeviceSetup): void {
    for (const source of affectedBy(before, this.#media.setup)) {
      if (this.#media.state(source).track) void this.#reopen(source, before);
    }
  }

  wake(): void {
    for (const source of DEVICE_SOURCES) {
      if (this.#media.state(source).status === 'interrupted') void this.#reopen(source);
    }
  }

  /** It was unplugged, or the permission was taken back. Where there is another, it takes its place. */
  async ended(source: DeviceSource, track: MediaStreamTrack): Promise<void> {
    const media = this.#media;
    const { wanted, track: current } = media.state(source);
    if (current !== track) return;
    const round = media.begin(source);
    media.set(source, { wanted, status: wanted ? 'starting' : 'off' });
    // A muted one is opened anew when it is wanted.
    if (!wanted) return;
    const permission = await media.port.permission(source, true);
    const present = await media.port
      .listing()
      .then((listing) => listing.list())
      .catch(() => []);
    const { deviceId } = track.getSettings();
    const { error, replace } = nameLoss({ source, deviceId, permission, present });
    media.log.error('device lost', { source, code: error.code, replace });
    if (!media.isCurrent(source, round)) return;
    media.set(source, { wanted, status: replace ? 'starting' : 'failed', error });
    if (replace) await media.open([source]);
  }

  mute(source: DeviceSource, track: MediaStreamTrack): void {
    const { wanted, track: current } = this.#media.state(source);
    if (!wanted || current !== track || !track.muted) return;
    this.#media.log.warn('device interrupted', { source });
    const error = new VideoRoomError('device-interrupted', `The system took the ${source} away`);
    this.#media.set(source, { wanted, status: 'interrupted', track, error });
  }

  unmute(source: DeviceSource, track: MediaStreamTrack): void {
    const { status, track: current } = this.#media.state(source);
    if (status !== 'interrupted' || current !== track || track.muted) return;
    this.#media.log.info('device given back', { source });
    this.#media.run(source, true, track);
    // Some phones give a microphone back that stays silent.
    if (source === 'microphone') void this.#reopen(source);
  }

  /**
   * Opens a running device as it is set up now. What is sent changes when the new track is there; if none comes, all stays
   * as it was `before`. A camera is closed first: many phones have only one at a time.
   */
  async #reopen(source: DeviceSource, before = this.#media.setup): Promise<void> {
    const media = this.#media;
    const round = media.begin(source);
    if (source === 'camera') media.state(source).track?.stop();
    try {
      media.arrive(source, round, await media.ask([source]));
    } catch (cause) {
      const error = await this.explain(source, cause, 'granted');
      if (!media.isCurrent(source, round)) return;
      media.log.error('device not changed', { source, code: error.code });
      const { wanted, status, track } = media.state(source);
      const again = media.setup !== before && wanted;
      media.setup = before;
      if (track?.readyState === 'live') {
        // Told once: what is in use works as before.
        media.set(source, { wanted, status, track, error });
        return media.set(source, { wanted, status, track });
      }
      media.set(source, { wanted, status: again ? 'starting' : 'failed', error });
      if (again) await media.open([source]);
    }
  }
}

/** Sources whose device has to be opened anew after a change. */
function affectedBy(before: DeviceSetup, after: DeviceSetup): DeviceSource[] {
  const differs = (...names: (keyof DeviceSetup)[]) => names.some((name) => before[name] !== after[name]);
  return [
    ...(differs('microphone', 'echoCancellation', 'noiseSuppression', 'autoGainControl')
      ? (['microphone'] as const)
      : []),
    ...(differs('camera', 'facing') ? (['camera'] as const) : []),
  ];
}
