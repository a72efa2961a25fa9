/** Devices without hardware, for tests: remembers what was asked for and what is still open. */
import type { DeviceSource } from '@video-room/protocol';
import type { DeviceInfo, DeviceKind, DeviceListing, DevicePort } from './device-port.js';

export class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  muted = false;
  readyState: 'live' | 'ended' = 'live';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId = '',
  ) {
    super();
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }

  /** As when its device is gone, or the person ends it in the browser. */
  end(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }

  /** As the system does, for a phone call. */
  interrupt(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

export class FakeDevices implements DevicePort, DeviceListing {
  /** What the browser was asked for: calls of `getUserMedia`. */
  readonly asked: MediaStreamConstraints[] = [];
  readonly tracks: FakeTrack[] = [];
  readonly permissions: Partial<Record<DeviceSource, PermissionState>> = {};
  /** What is plugged in. */
  present: readonly DeviceInfo[] = [
    fakeDevice('microphone', 'Desk microphone'),
    fakeDevice('microphone', 'Headset'),
    fakeDevice('camera', 'Built-in camera'),
    fakeDevice('camera', 'Desk camera'),
    fakeDevice('speaker', 'Loudspeakers'),
  ];
  readonly #watchers = new Set<() => void>();
  /** The browser's answer, which the test gives. */
  answer: (constraints: MediaStreamConstraints) => Promise<void> = () => Promise.resolve();

  async open(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    await this.answer(constraints);
    const audio = constraints.audio ? [new FakeTrack('audio', this.#pick('microphone', constraints.audio))] : [];
    const video = constraints.video ? [new FakeTrack('video', this.#pick('camera', constraints.video))] : [];
    this.tracks.push(...audio, ...video);
    return { getAudioTracks: () => audio, getVideoTracks: () => video } as unknown as MediaStream;
  }

  permission(source: DeviceSource): Promise<PermissionState | undefined> {
    return Promise.resolve(this.permissions[source]);
  }

  listing(): Promise<DeviceListing> {
    return Promise.resolve(this);
  }

  list(): Promise<readonly DeviceInfo[]> {
    return Promise.resolve(this.present);
  }

  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  /** Something is plugged in or out. */
  plug(present: readonly DeviceInfo[]): void {
    this.present = present;
    for (const watcher of this.#watchers) watcher();
  }

  #pick(kind: DeviceKind, constraints: MediaTrackConstraints | true): string {
    const wanted = constraints === true ? undefined : (constraints.deviceId as { ideal?: string } | undefined)?.ideal;
    const all = this.present.filter((device) => device.kind === kind);
    return (all.find(({ deviceId }) => deviceId === wanted) ?? all[0])?.deviceId ?? '';
  }

  /** Kinds of the tracks that are open, as `audio video`. */
  get running(): string {
    return this.tracks.flatMap(({ kind, readyState }) => (readyState === 'live' ? kind : [])).join(' ');
  }

  get live(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }
}

export const fakeDevice = (kind: DeviceKind, label: string): DeviceInfo => ({
  kind,
  deviceId: `id of ${label}`,
  label,
});
