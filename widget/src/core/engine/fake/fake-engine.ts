/**
 * An engine without media, for tests of everything above it: it remembers what it was told and says what it is made to
 * say.
 */
import type { IceServer, MediaSource, ParticipantId, RelayedSignal } from '@video-room/protocol';
import { Emitter } from '../../emitter.js';
import type { MediaEngine, MediaEngineEvents, Sent, View, WantedLink } from '../media-engine.js';

export class FakeEngine extends Emitter<MediaEngineEvents> implements MediaEngine {
  iceServers: readonly IceServer[] = [];
  links: readonly WantedLink[] = [];
  readonly tracks = new Map<MediaSource, MediaStreamTrack | null>();
  readonly received: RelayedSignal[] = [];
  readonly resent: ParticipantId[] = [];
  readonly loudness = new Map<ParticipantId, number>();
  sending: Sent[] = [];
  readonly views = new Map<ParticipantId, View>();
  stats: ReadonlyMap<ParticipantId, RTCStatsReport> = new Map();
  signalingUp = true;
  networkChanges = 0;
  readonly disturbances: string[] = [];
  closed = false;

  /** Emits as the real engine would. */
  say<Name extends keyof MediaEngineEvents>(name: Name, event: MediaEngineEvents[Name]): void {
    this.emit(name, event);
  }

  prepare(): void {}

  setIceServers(servers: readonly IceServer[]): void {
    this.iceServers = servers;
  }

  setLinks(links: readonly WantedLink[]): void {
    this.links = links;
  }

  setTrack(source: MediaSource, track: MediaStreamTrack | null): void {
    this.tracks.set(source, track);
  }

  receive(signal: RelayedSignal): void {
    this.received.push(signal);
  }

  setSignaling(up: boolean): void {
    this.signalingUp = up;
  }

  networkChanged(): void {
    this.networkChanges += 1;
  }

  disturb(fault: 'media-lost' | 'network-change'): void {
    this.disturbances.push(fault);
  }

  resend(peer: ParticipantId): void {
    this.resent.push(peer);
  }

  levels(): ReadonlyMap<ParticipantId, number> {
    return this.loudness;
  }

  setView(peer: ParticipantId, view: View): void {
    this.views.set(peer, view);
  }

  sent(): Sent[] {
    return this.sending;
  }

  reports(): Promise<ReadonlyMap<ParticipantId, RTCStatsReport>> {
    return Promise.resolve(this.stats);
  }

  close(): void {
    this.closed = true;
  }
}
