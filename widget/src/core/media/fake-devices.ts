/** Devices without hardware, for tests: remembers what was asked for and what is still open. */
import type { DeviceSource } from '@video-room/protocol';
import type { DevicePort } from './device-port.js';

export class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  readyState: 'live' | 'ended' = 'live';

  constructor(readonly kind: 'audio' | 'video') {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  getSettings(): MediaTrackSettings {
    return {};
  }

  /** As when its device is gone, or the person ends it in the browser. */
  end(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

export class FakeDevices implements DevicePort {
  /** What the browser was asked for: calls of `getUserMedia`. */
  readonly asked: MediaStreamConstraints[] = [];
  readonly tracks: FakeTrack[] = [];
  granted = new Set<DeviceSource>();
  /** The browser's answer, which the test gives. */
  answer: (constraints: MediaStreamConstraints) => Promise<void> = () => Promise.resolve();

  async open(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    await this.answer(constraints);
    const audio = constraints.audio ? [new FakeTrack('audio')] : [];
    const video = constraints.video ? [new FakeTrack('video')] : [];
    this.tracks.push(...audio, ...video);
    return { getAudioTracks: () => audio, getVideoTracks: () => video } as unknown as MediaStream;
  }

  isGranted(source: DeviceSource): Promise<boolean> {
    return Promise.resolve(this.granted.has(source));
  }

  /** Kinds of the tracks that are open, as `audio video`. */
  get running(): string {
    return this.tracks.flatMap(({ kind, readyState }) => (readyState === 'live' ? kind : [])).join(' ');
  }

  get live(): number {
    return this.tracks.filter(({ readyState }) => readyState === 'live').length;
  }
}
